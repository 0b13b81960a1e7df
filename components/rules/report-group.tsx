'use client';

import { type ReactNode, useState } from 'react';
import { formatCount } from '@/components/text';

interface ReportGroupProps<Item> {
  title: string;
  /** How many there are, in words. */
  count: string;
  /** Whether something is wrong with them. */
  wrong: boolean;
  /** What is said of those that are too many to be shown. */
  rest: string;
  items: readonly Item[];
  row: (item: Item) => ReactNode;
}

const ROWS_MAX = 500;
/** Longer lists are closed at first, and made when they are opened. */
const OPEN_MAX = 12;

/** Things of which the same is to be said, to be opened and closed. */
export function ReportGroup<Item>({ title, count, wrong, rest, items, row }: ReportGroupProps<Item>) {
  const [open, setOpen] = useState(items.length <= OPEN_MAX);
  const more = items.length - ROWS_MAX;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="rounded-md border">
      <summary className="px-3 py-1.5 marker:text-faint">
        <span className={wrong ? 'text-error' : 'font-medium'}>
          <span className="inline-block first-letter:uppercase">{title}</span>
        </span>{' '}
        <span className="text-xs text-faint">{count}</span>
      </summary>
      {open ? (
        <ul aria-label={title} className="grid border-t py-1">
          {items.slice(0, ROWS_MAX).map(row)}
          {more > 0 ? (
            <li className="px-3 py-0.5 text-faint">
              and {formatCount(more)} more, {rest}
            </li>
          ) : null}
        </ul>
      ) : null}
    </details>
  );
}
