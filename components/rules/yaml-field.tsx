'use client';

import { useRef } from 'react';
import { classNames } from '@/components/ui';

interface YamlFieldProps {
  label: string;
  text: string;
  /** Lines that something is wrong with, from 1. */
  faults: ReadonlySet<number>;
  /** Null: only to be read. */
  onText: ((text: string) => void) | null;
  placeholder?: string;
  className?: string;
}

/** More numbers than anybody scrolls to would only cost elements. */
const LINES_MAX = 5000;

/** A text of YAML with the numbers of its lines, which messages speak of. */
export function YamlField({ label, text, faults, onText, placeholder, className }: YamlFieldProps) {
  const numbers = useRef<HTMLDivElement>(null);
  const lines = Math.min(LINES_MAX, text.split('\n').length);
  return (
    <div
      className={classNames(
        'flex min-h-0 overflow-hidden rounded-md border border-line bg-bg font-mono text-xs leading-[18px] focus-within:border-accent',
        className,
      )}
    >
      <div ref={numbers} aria-hidden className="shrink-0 overflow-hidden border-r bg-panel py-2 text-right text-faint">
        {Array.from({ length: lines }, (_, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            key={index}
            className={classNames('px-2', faults.has(index + 1) && 'bg-error-soft text-error')}
          >
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        aria-label={label}
        aria-invalid={faults.size > 0}
        value={text}
        readOnly={onText === null}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        wrap="off"
        onChange={(event) => onText?.(event.target.value)}
        onScroll={(event) => {
          if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
        className="min-h-0 w-full min-w-0 flex-1 resize-none bg-transparent px-2.5 py-2 text-text outline-none placeholder:text-faint"
      />
    </div>
  );
}
