import { combine, type Query } from '../node';
import { QueryError, type Span } from '../query-error';

/** A term of a group in Lucene, and what stands before it. */
export interface Occurrence {
  readonly join: 'first' | 'and' | 'or' | 'side';
  readonly joinAt: Span | null;
  readonly sign: 'none' | 'must' | 'not';
  readonly signAt: Span;
  /** Negated already where the sign says so. */
  readonly query: Query;
  readonly at: Span;
}

/**
 * What a group of terms finds. Lucene knows no precedence: every term must, must not or may occur, and one that may counts
 * for the ranking alone as soon as another must. Only what is the same in logic is taken; throws `QueryError` for the rest.
 */
export function joinOccurrences(all: readonly Occurrence[]): Query {
  const chains = chainsOf(all);
  const positive = chains.filter((chain) => !(chain.length === 1 && chain[0]?.sign === 'not'));
  const parts = chains.map((chain) => ({ chain, query: queryOf(chain) }));
  if (positive.length > 1) for (const chain of positive) requireMust(chain, positive);
  return combine(
    'and',
    parts.map(({ query }) => query),
  );
}

/** Terms that are joined by a word; those side by side part here. */
function chainsOf(all: readonly Occurrence[]): Occurrence[][] {
  const chains: Occurrence[][] = [];
  for (const each of all) {
    if (each.join === 'first' || each.join === 'side') chains.push([each]);
    else chains.at(-1)?.push(each);
  }
  return chains;
}

function queryOf(chain: readonly Occurrence[]): Query {
  const or = chain.find(({ join }) => join === 'or');
  const and = chain.find(({ join }) => join === 'and');
  if (or === undefined)
    return combine(
      'and',
      chain.map(({ query }) => query),
    );
  if (and !== undefined) {
    const later = [or, and].sort((one, other) => other.at.from - one.at.from)[0] ?? or;
    throw new QueryError(
      'Lucene does not put AND before OR; say with parentheses what belongs together',
      later.joinAt ?? later.at,
    );
  }
  const signed = chain.find(({ sign }) => sign !== 'none');
  if (signed !== undefined) {
    throw new QueryError('Lucene excludes here whatever the OR says; put parentheses around this term', signed.signAt);
  }
  return combine(
    'or',
    chain.map(({ query }) => query),
  );
}

function requireMust(chain: readonly Occurrence[], positive: readonly (readonly Occurrence[])[]): void {
  const must = (each: readonly Occurrence[]) => each[0]?.sign === 'must' || each[1]?.join === 'and';
  if (must(chain)) return;
  const anyMust = positive.some(must);
  const last = anyMust ? chain : positive.at(-1);
  const at = { from: last?.[0]?.at.from ?? 0, to: last?.at(-1)?.at.to ?? 0 };
  const message = anyMust
    ? 'in Lucene this counts only for the ranking when another term must occur; leave it out, or put + before it'
    : 'Lucene usually joins with OR where nothing is said; write AND or OR between';
  throw new QueryError(message, at);
}
