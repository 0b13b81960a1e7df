import type { SqlTarget } from '../operators';
import { type Sql, sql } from '../sql';

/** The value of a target as it is ordered and added; the parser gives every function that needs one a field. */
export function orderedOf(target: SqlTarget | null): Sql {
  return needed(target).value;
}

/** The same as a double. */
export function doubleOf(target: SqlTarget | null): Sql {
  return sql`${orderedOf(target)}::float8`;
}

/** The value as it is told from others: a text where it has no order. */
export function identityOf(target: SqlTarget | null): Sql {
  const { field, text, value } = needed(target);
  return field.kind === 'attribute' ? text : value;
}

function needed(target: SqlTarget | null): SqlTarget {
  if (target === null) throw new RangeError('this function takes a field');
  return target;
}
