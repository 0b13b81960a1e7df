'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { formatCount } from '@/components/text';
import { classNames } from '@/components/ui';
import type { Search } from './use-search';

interface ResultCountProps {
  count: UseQueryResult<{ count: number; milliseconds: number }>;
  /** The search that the count waits for. */
  search: Search;
  /** Those among them without a time, which no bar shows. */
  untimed: number;
}

/** How many events match, exact, and how long it took to know; while they are searched for, how many there are at least. */
export function ResultCount({ count, search, untimed }: ResultCountProps) {
  if (!search.done) return <SoFar search={search} />;
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

function SoFar({ search: { progress } }: { search: Search }) {
  if (progress === null) return <span className="shrink-0 text-faint">searching …</span>;
  const { found, searched, blocks, prunes } = progress;
  const percent = blocks === 0 ? 0 : Math.floor((searched / blocks) * 100);
  return (
    <output className="shrink-0 whitespace-nowrap text-dim" title={prunes ? undefined : NOTHING_TO_LOOK_UP}>
      {found === null ? null : (
        <>
          <span className="font-semibold text-text">{formatCount(found)}+</span> so far ·{' '}
        </>
      )}
      {percent} % searched
      {prunes ? null : <span className="text-faint"> · every block is read</span>}
    </output>
  );
}

const NOTHING_TO_LOOK_UP =
  'No four letters in a row to look up: every block of original text is read. A longer word, a filter or a time range makes it faster.';
