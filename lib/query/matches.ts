import type { Query } from './node';
import type { QueryableEvent } from './queryable-event';

/** Makes the predicate of a query. `now` is what relative times count from. */
export function matches(_query: Query, _event: QueryableEvent, _now: Date): boolean {
  return true;
}
