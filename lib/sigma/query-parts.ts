import type { Query } from '@/lib/query';

const AT = { from: 0, to: 0 };
const EVERYTHING: Query = { kind: 'everything', at: AT };

/** What no event is. */
export const NEVER: Query = { kind: 'not', of: EVERYTHING, at: AT };

export function not(of: Query): Query {
  return of.kind === 'not' ? of.of : { kind: 'not', of, at: AT };
}

export function isNever(query: Query): boolean {
  return query.kind === 'not' && query.of.kind === 'everything';
}
