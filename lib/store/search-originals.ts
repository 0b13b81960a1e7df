import type { Bits } from '@/lib/columns';
import { TooSlow } from '@/lib/errors';
import type { Sought } from '@/lib/originals';
import { type Sql, sql } from '@/lib/query';
import { columnEngine } from './columns/column-engine';
import { OriginalSearch } from './originals/original-search';
import { type Reader, STATEMENT_TIMEOUT_MS } from './read-only';
import type { SegmentHits } from './segment-hits';
import type { SegmentSpan } from './segment-span';

/** The condition "the original of the event is what is sought", for events of these segments. Errors as `finishSearch`. */
export async function originalsSql(reader: Reader, sought: Sought, segments: readonly SegmentSpan[]): Promise<Sql> {
  const places = segments.map((segment) => ({ sought, segment, possible: null as Bits | null }));
  const search = new OriginalSearch({ reader, threads: columnEngine().threads, signal: undefined }, places);
  await finishSearch(search);
  const events = new Map(segments.map(({ id, events: count }) => [id, count]));
  return hitsSql(search.hitsOf(sought), events);
}

/**
 * Searches all that is left. Throws `TooSlow` after the time that a question may take; what was found until then is kept, so
 * asking again gets further.
 */
export async function finishSearch(search: OriginalSearch): Promise<void> {
  await search.step(Number.POSITIVE_INFINITY, Date.now() + STATEMENT_TIMEOUT_MS);
  if (!search.isDone) throw tooSlow(search);
}

function tooSlow({ prunes, progress: { searched, blocks } }: OriginalSearch): TooSlow {
  const why = prunes ? '' : ' It has no four letters in a row to look up, so that everything is read.';
  return new TooSlow(
    `the free text took too long to search: ${searched} of ${blocks} blocks were read, and asking again goes on from there.${why} Narrow the time range, the source or the text`,
  );
}

function hitsSql(found: readonly SegmentHits[], events: ReadonlyMap<number, number>): Sql {
  const all: number[] = [];
  const conditions: Sql[] = [];
  for (const hits of found) {
    if (hits.count === events.get(hits.segment)) all.push(hits.segment);
    else if (hits.count > 0) conditions.push(hits.toSql());
  }
  if (all.length > 0) conditions.push(sql`event.segment = ANY (${all}::int[])`);
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` OR `)})`;
}
