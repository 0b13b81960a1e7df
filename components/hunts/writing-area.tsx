'use client';

import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { classNames } from '@/components/ui';
import { movedCaret } from './moved-caret';

interface WritingAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  value: string;
  onText: (text: string) => void;
}

/** A text that grows with what is written, and in which the cursor keeps its place when others write in it, too. */
export function WritingArea({ value, onText, className, ...rest }: WritingAreaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  /** What the field showed last, and where the cursor was in it. */
  const shown = useRef({ value, start: 0, end: 0 });
  const note = () => {
    const area = ref.current;
    if (area !== null) shown.current = { value: area.value, start: area.selectionStart, end: area.selectionEnd };
  };
  useLayoutEffect(() => {
    const area = ref.current;
    const before = shown.current;
    if (area === null || before.value === value) return;
    if (document.activeElement === area) {
      area.setSelectionRange(
        movedCaret(before.value, value, before.start),
        movedCaret(before.value, value, before.end),
      );
    }
    shown.current = { value, start: area.selectionStart, end: area.selectionEnd };
  }, [value]);
  return (
    <textarea
      ref={ref}
      value={value}
      onChange={(event) => {
        note();
        onText(event.target.value);
      }}
      onSelect={note}
      className={classNames(
        'field-sizing-content block w-full resize-none rounded-md border border-transparent bg-transparent placeholder:text-faint hover:border-line focus-visible:border-accent focus-visible:bg-bg',
        className,
      )}
      {...rest}
    />
  );
}
