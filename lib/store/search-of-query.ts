import { type Query, textTerms } from '@/lib/query';
import { columnEngine } from './columns/column-engine';
import { OriginalSearch } from './originals/original-search';
import { pathPlaces } from './path-conditions';
import type { Reader } from './read-only';
import type { SegmentSpan } from './segment-span';

/** A search, not begun, for all that SQL asks the originals for to answer a query: it is kept for when SQL does. */
export async function searchOfQuery(
  reader: Reader,
  query: Query,
  segments: readonly SegmentSpan[],
  signal: AbortSignal | undefined,
): Promise<OriginalSearch> {
  const terms = textTerms(query).map((sought) => ({ sought, segments }));
  const paths = (await pathPlaces(reader, query, segments)).map(({ clause, others }) => ({
    sought: clause,
    segments: others,
  }));
  const places = [...terms, ...paths].flatMap(({ sought, segments: own }) =>
    own.map((segment) => ({ sought, segment, possible: null })),
  );
  return new OriginalSearch({ reader, threads: columnEngine().threads, signal }, places);
}
