'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { rangeLabel, type Zone, zoneLabel } from '@/components/time';
import { Button, classNames, linkButton, Popover } from '@/components/ui';
import { CustomRange } from './custom-range';
import { type QuickRange, rangesBeforeNow, rangesOfData } from './quick-ranges';
import { type Moments, shifted } from './range-moves';

interface TimeRangeControlProps {
  /** As the address has them: ISO or relative; null = open. */
  from: string | null;
  to: string | null;
  /** The same as moments; null while unknown or when open at both ends. */
  moments: Moments | null;
  /** The data's own first and last time. */
  span: Moments | null;
  zone: Zone;
  thisYear: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChange: (from: string | null, to: string | null) => void;
}

/** Which stretch of time is looked at, in the zone shown. */
export function TimeRangeControl(props: TimeRangeControlProps) {
  const { from, to, moments, span, zone, thisYear, open, onOpenChange, onChange } = props;
  const everything = from === null && to === null;
  const { text, zone: label } = labelOf(props);
  const choose = (start: string | null, end: string | null) => {
    onChange(start, end);
    onOpenChange(false);
  };
  const shift = (direction: 1 | -1) => {
    if (moments === null) return;
    const next = shifted(moments, direction);
    onChange(new Date(next.from).toISOString(), new Date(next.to).toISOString());
  };
  return (
    <div className="flex shrink-0">
      {everything ? null : (
        <button
          type="button"
          aria-label="Earlier by the same length"
          onClick={() => shift(-1)}
          className={linkButton('plain', 'medium', 'rounded-r-none border-r-0 px-1.5 text-faint')}
        >
          <ChevronLeft size={15} aria-hidden />
        </button>
      )}
      <Popover
        label="Time range"
        align="end"
        open={open}
        onOpenChange={onOpenChange}
        className="w-[420px] p-0"
        trigger={
          <button
            type="button"
            aria-label={`Time range: ${text} ${label}`}
            className={linkButton('plain', 'medium', everything ? '' : 'rounded-none')}
          >
            {text} <span className="text-faint">{label}</span>
          </button>
        }
      >
        <div className="grid grid-cols-2 gap-3 p-3">
          <RangeList
            title="Until the data ends"
            ranges={span === null ? [] : rangesOfData(span.from, span.to)}
            onChoose={choose}
          />
          <RangeList title="Until now" ranges={rangesBeforeNow()} onChoose={choose} />
        </div>
        <CustomRange
          key={`${moments?.from} ${moments?.to} ${zone}`}
          moments={moments ?? span}
          zone={zone}
          zoneName={zoneLabel(zone, moments?.from ?? Date.now())}
          onApply={choose}
        />
        <div className="flex items-center gap-2 border-t p-3">
          <Button size="small" look={everything ? 'ghost' : 'plain'} onClick={() => choose(null, null)}>
            Everything
          </Button>
          {span === null ? null : <SpanNote span={span} zone={zone} thisYear={thisYear} />}
        </div>
      </Popover>
      {everything ? null : (
        <button
          type="button"
          aria-label="Later by the same length"
          onClick={() => shift(1)}
          className={linkButton('plain', 'medium', 'rounded-l-none border-l-0 px-1.5 text-faint')}
        >
          <ChevronRight size={15} aria-hidden />
        </button>
      )}
    </div>
  );
}

interface RangeListProps {
  title: string;
  ranges: readonly QuickRange[];
  onChoose: (from: string | null, to: string | null) => void;
}

function RangeList({ title, ranges, onChoose }: RangeListProps) {
  return (
    <div>
      <p className="px-2 pb-1 text-2xs text-faint">{title}</p>
      {ranges.length === 0 ? <p className="px-2 text-faint">It is shorter than 15 minutes.</p> : null}
      {ranges.map((range) => (
        <button
          key={range.label}
          type="button"
          onClick={() => onChoose(range.from, range.to)}
          className="block w-full rounded px-2 py-1 text-left hover:bg-raise"
        >
          {range.label}
        </button>
      ))}
    </div>
  );
}

function SpanNote({ span, zone, thisYear }: { span: Moments; zone: Zone; thisYear: number }) {
  const { text, zone: label } = rangeLabel(iso(span.from), iso(span.to), zone, thisYear);
  return (
    <span className={classNames('min-w-0 flex-1 truncate text-right text-2xs text-faint')}>
      the data: {text} {label}
    </span>
  );
}

function labelOf({ from, to, moments, span, zone, thisYear }: TimeRangeControlProps): { text: string; zone: string } {
  if (from === null && to === null) {
    const moment = span === null ? null : rangeLabel(iso(span.from), iso(span.to), zone, thisYear);
    return moment ?? { text: 'Everything', zone: '' };
  }
  if (from?.startsWith('now-') === true && to === null) {
    return { text: `last ${from.slice('now-'.length)}`, zone: zoneLabel(zone, Date.now()) };
  }
  if (moments === null) return { text: `${from ?? 'start'} – ${to ?? 'end'}`, zone: '' };
  return rangeLabel(iso(moments.from), iso(moments.to), zone, thisYear);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
