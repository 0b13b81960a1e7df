'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';

interface ResultCountProps {
  count: UseQueryResult<{ count: number; milliseconds: number }>;
}

/** How many events match: always exact, and how long it took to know. */
export function ResultCount({ count }: ResultCountProps) {
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
      <span className="font-semibold text-text">{formatCount(events)}</span> {events === 1 ? 'event' : 'events'} · exact
      · <span className="inline-block min-w-10">{milliseconds} ms</span>
    </output>
  );
}
