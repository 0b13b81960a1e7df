import type { Query } from './node';
import { QueryError } from './query-error';

/** Reads a query; throws QueryError, and nothing else, when it cannot. */
export function parseQuery(text: string): Query {
  return { kind: 'everything', at: { from: 0, to: text.length } };
}

/** What is wrong with a query's text, or null. */
export function checkQuery(text: string): QueryError | null {
  try {
    parseQuery(text);
    return null;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}
