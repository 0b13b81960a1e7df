import type { Query } from './node';

/** The query as text; parsing it gives the same query again. */
export function printQuery(_query: Query): string {
  return '';
}
