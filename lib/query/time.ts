import { QueryError } from './query-error';

/** Reads a time: ISO 8601 (UTC where no zone is given), `now`, or `now-24h`; throws QueryError for anything else. */
export function resolveTime(text: string, _now: Date): Date {
  throw new QueryError(`"${text}" is not a time`, { from: 0, to: text.length });
}
