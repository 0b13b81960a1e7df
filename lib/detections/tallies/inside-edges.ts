import { endAt, endClause, endKey } from '../flow-ends';
import { mergedBy } from '../merged-by';
import { queryOf } from '../query-of';
import type { TallyRow } from '../tally';
import { FROM_A_CLIENT_CLAUSE } from './client-flows';
import { INSIDE } from './inside-flows';

/** Who asks whom on which port, whether it was let or not. */
export function edgesOf(rows: Iterable<TallyRow>): TallyRow[] {
  return mergedBy(rows, (key) => JSON.stringify(key.slice(0, INSIDE.outcome)));
}

/** When each end was first seen, as whoever asked or was asked; microseconds since 1970. */
export function firstTimesOf(rows: Iterable<TallyRow>): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const row of rows) {
    for (const place of [INSIDE.source, INSIDE.destination]) {
      const end = endKey(endAt(row, place));
      first.set(end, Math.min(first.get(end) ?? Number.POSITIVE_INFINITY, row.first));
    }
  }
  return first;
}

/** Shows the flows of one source over these edges. */
export function edgesQuery(edges: readonly TallyRow[]): string {
  const [first] = edges;
  if (first === undefined) return '';
  const clauses = edges.map(
    (edge) =>
      `${endClause('dst', endAt(edge, INSIDE.destination))} ${queryOf({ dst_port: edge.key[INSIDE.port] ?? '' })}`,
  );
  const any = clauses.length === 1 ? clauses.join('') : `(${clauses.map((clause) => `(${clause})`).join(' or ')})`;
  return `${endClause('src', endAt(first, INSIDE.source))} ${any} ${FROM_A_CLIENT_CLAUSE}`;
}
