import type { FieldClause, Query } from './node';
import { type Matcher, operatorOf } from './operators';
import { type Sql, sql } from './sql';
import { sqlTarget } from './targets';
import { mayBePath, type TextQuery } from './text-terms';

/** What a query needs from outside to become SQL. Table `event` must be in reach under the alias `event`. */
export interface QueryScope {
  /** What relative times count from. */
  readonly now: Date;
  /** The condition "this term occurs in the original of the event". */
  text(term: TextQuery): Sql;
  /** The condition on the event's source, whose name or id the matcher is about. */
  source(matcher: Matcher): Sql;
  /** The condition on the event's file, whose path the matcher is about. */
  file(matcher: Matcher): Sql;
  /**
   * The condition of a clause on a field without a column, given what it says of the events' attributes. Left out: just
   * that.
   */
  attribute?(clause: FieldClause, ofAttributes: Sql): Sql;
}

/** The condition of a query on table `event` (alias `event`), for a WHERE. True for a match; false or null otherwise. */
export function compileQuery(query: Query, scope: QueryScope): Sql {
  switch (query.kind) {
    case 'everything':
      return sql`true`;
    case 'and':
      return joined(query.of, sql` and `, scope);
    case 'or':
      return joined(query.of, sql` or `, scope);
    case 'not':
      // What a missing value is not, it also counts as not being.
      return sql`(${compileQuery(query.of, scope)}) is not true`;
    case 'text':
    case 'text-regex':
      return sql`(${scope.text(query)})`;
    case 'field':
      return compileClause(query, scope);
  }
}

function joined(of: readonly Query[], separator: Sql, scope: QueryScope): Sql {
  return sql`(${sql.join(
    of.map((part) => compileQuery(part, scope)),
    separator,
  )})`;
}

function compileClause(clause: FieldClause, scope: QueryScope): Sql {
  const { field, matcher } = clause;
  if (field.kind === 'source') return sql`(${scope.source(matcher)})`;
  if (field.kind === 'file') return sql`(${scope.file(matcher)})`;
  const condition = sql`(${operatorOf(matcher).toSql(matcher, sqlTarget(field, scope.now))})`;
  if (!mayBePath(clause) || scope.attribute === undefined) return condition;
  return sql`(${scope.attribute(clause, condition)})`;
}
