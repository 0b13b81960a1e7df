'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';

interface ResultCountProps {
  count: UseQueryResult<{ count: number; milliseconds: number }>;
  /** Those among them without a time, which no bar shows. */
  untimed: number;
}

/** How many events match: always exact, and how long it took to know. */
export function ResultCount({ count, untimed }: ResultCountProps) {
  if (count.isError) {
    return (
      <button type="button" onClick={() => void count.refetch()} className="shrink-0 text-error hover:underline">
        not counted: try again
      </button>
    );
  }
  if (count.data === undefined) return <span className="shrink-0 text-faint">counting …</span>;
  const { count: events, milliseconds } = count.data;
  return (
    <output
      className={classNames(
        'shrink-0 whitespace-nowrap text-dim transition-opacity',
        count.isPlaceholderData && 'opacity-50',
      )}
    >
      <span className="font-semibold text-text">{formatCount(events)}</span> {events === 1 ? 'event' : 'events'}
      {untimed === 0 ? null : (
        <span title="They are in the table, but on no lane"> · {formatCount(untimed)} without a time</span>
      )}{' '}
      · exact · {formatCount(milliseconds)} ms
    </output>
  );
}
