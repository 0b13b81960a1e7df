'use client';

import { visibleLine } from '@/components/text';
import { useOpenHunt } from './notebook-context';

const TITLE_MAX = 200;

interface StepTitleProps {
  label: string;
  value: string;
  placeholder: string;
  onChange: (title: string) => void;
}

/** The title of a step, written in its place. */
export function StepTitle({ label, value, placeholder, onChange }: StepTitleProps) {
  const { writable } = useOpenHunt();
  if (!writable) return <h3 className="truncate font-medium">{visibleLine(value) || placeholder}</h3>;
  return (
    <input
      aria-label={label}
      value={value}
      maxLength={TITLE_MAX}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
      className="h-7 w-full rounded-md border border-transparent bg-transparent px-1.5 font-medium placeholder:font-normal placeholder:text-faint hover:border-line focus-visible:border-accent"
    />
  );
}
