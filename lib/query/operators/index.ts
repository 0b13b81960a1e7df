import { type Sql, sql } from '../sql';
import type { Operator } from './operator';

/** What a clause says of its field. */
export type Matcher = { readonly kind: 'exists' };

export const OPERATORS: readonly Operator<Matcher>[] = [];

/** The condition of a matcher on a text expression of another table, such as a path or a name. */
export function textMatcherSql(_matcher: Matcher, _expression: Sql): Sql {
  return sql`true`;
}
