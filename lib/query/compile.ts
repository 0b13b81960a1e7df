import type { Query, TextTerm } from './node';
import type { Matcher } from './operators';
import { type Sql, sql } from './sql';

/** What a query needs from outside to become SQL. Table `event` must be in reach under the alias `event`. */
export interface QueryScope {
  /** What relative times count from. */
  readonly now: Date;
  /** The condition "this term occurs in the original of the event". */
  text(term: TextTerm): Sql;
  /** The condition on the event's source, whose name or id the matcher is about. */
  source(matcher: Matcher): Sql;
  /** The condition on the event's file, whose path the matcher is about. */
  file(matcher: Matcher): Sql;
}

/** The condition of a query on table `event` (alias `event`), for a WHERE. True for a match; false or null otherwise. */
export function compileQuery(_query: Query, _scope: QueryScope): Sql {
  return sql`true`;
}
