import type { Query } from './node';

/** The query as a sentence in words. */
export function describeQuery(_query: Query): string {
  return '';
}
