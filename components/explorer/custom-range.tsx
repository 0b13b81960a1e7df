'use client';

import { type FormEvent, useId, useState } from 'react';
import type { Zone } from '@/components/time';
import { Button, TextInput } from '@/components/ui';
import { type Moments, readMoment, writeMoment } from './range-moves';

interface CustomRangeProps {
  /** What stands in the boxes first. */
  moments: Moments | null;
  zone: Zone;
  zoneName: string;
  onApply: (from: string | null, to: string | null) => void;
}

const FORM = '2025-06-03 09:12:30';

/** Two typed moments, in the zone shown; either may be left open. A zone that is typed too wins. */
export function CustomRange({ moments, zone, zoneName, onApply }: CustomRangeProps) {
  const [from, setFrom] = useState(moments === null ? '' : writeMoment(moments.from, zone));
  const [to, setTo] = useState(moments === null ? '' : writeMoment(moments.to, zone));
  const start = momentOf(from, zone);
  const end = momentOf(to, zone);
  const backwards = typeof start === 'number' && typeof end === 'number' && start >= end;
  const faulty = start === 'faulty' || end === 'faulty' || backwards;

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!faulty) onApply(isoOf(start), isoOf(end));
  };
  return (
    <form onSubmit={apply} className="border-t p-3">
      <div className="grid grid-cols-2 gap-2">
        <Moment label={`From (${zoneName})`} text={from} faulty={start === 'faulty'} onChange={setFrom} />
        <Moment label={`To (${zoneName})`} text={to} faulty={end === 'faulty' || backwards} onChange={setTo} />
      </div>
      <div className="mt-2 flex items-center gap-2">
        <p className="min-w-0 flex-1 text-2xs text-faint" aria-live="polite">
          {backwards ? 'The end is before the start.' : `Like ${FORM}; empty = open.`}
        </p>
        <Button type="submit" size="small" look="primary" disabled={faulty}>
          Apply
        </Button>
      </div>
    </form>
  );
}

interface MomentProps {
  label: string;
  text: string;
  faulty: boolean;
  onChange: (text: string) => void;
}

function Moment({ label, text, faulty, onChange }: MomentProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-2xs text-faint">
        {label}
      </label>
      <TextInput
        id={id}
        aria-invalid={faulty}
        value={text}
        placeholder={FORM}
        onChange={(event) => onChange(event.target.value)}
        className="mt-0.5 px-2 font-mono text-xs"
      />
    </div>
  );
}

function momentOf(text: string, zone: Zone): number | 'open' | 'faulty' {
  if (text.trim() === '') return 'open';
  return readMoment(text, zone) ?? 'faulty';
}

function isoOf(moment: number | 'open' | 'faulty'): string | null {
  return typeof moment === 'number' ? new Date(moment).toISOString() : null;
}
