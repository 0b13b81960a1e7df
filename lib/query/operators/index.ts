import type { FieldReference } from '../field-reference';
import type { Operand } from '../operand';
import { QueryError } from '../query-error';
import { type Sql, sql } from '../sql';
import { type Compare, compare } from './compare';
import { type Equals, equals } from './equals';
import { type Exists, exists } from './exists';
import { type List, listOf } from './list';
import { type InNetwork, network } from './network';
import type { Operator, SqlTarget } from './operator';
import { type OtherField, otherField } from './other-field';
import { type Range, range } from './range';
import { type RegularExpression, readRegex, regularExpression } from './regular-expression';
import { type Wildcard, wildcard } from './wildcard';

/** What a clause says of its field: one kind per operator. */
export type Matcher = SimpleMatcher | List | OtherField;
/** What a list may hold. */
export type SimpleMatcher = Exists | InNetwork | Equals | Compare | Range | RegularExpression | Wildcard;

/** Every operator, in the order in which they are offered what stands after a field's name: the wildcard takes what is left. */
export const OPERATORS: readonly Operator<Matcher>[] = [
  exists,
  otherField,
  network,
  equals,
  compare,
  range,
  regularExpression,
  wildcard,
  listOf((matcher) => operatorOf(matcher)),
];

const BY_KIND: ReadonlyMap<string, Operator<Matcher>> = new Map(OPERATORS.map((operator) => [operator.kind, operator]));

export function operatorOf(matcher: Matcher): Operator<Matcher> {
  const operator = BY_KIND.get(matcher.kind);
  if (operator === undefined) throw new RangeError(`no operator is called "${matcher.kind}"`);
  return operator;
}

/** The matcher that an operand means for a field; throws QueryError when it means none. */
export function acceptOperand(operand: Operand, field: FieldReference): Exclude<Matcher, List> {
  for (const operator of OPERATORS) {
    const matcher = operator.accept(operand, field);
    if (matcher !== null && matcher.kind !== 'list') return matcher;
  }
  throw new QueryError(`${field.name} cannot be asked for in this way`, operand.at);
}

/** The condition of a matcher on a text expression of another table, such as a path or a name. */
export function textMatcherSql(matcher: Matcher, expression: Sql): Sql {
  const field: FieldReference = { name: 'text', kind: 'text', label: 'text', column: null };
  const target: SqlTarget = {
    ...{ field, text: expression, value: expression, bind: (value) => sql`${value}` },
    textOf: ({ name }) => {
      throw new RangeError(`a text of another table cannot be compared with ${name}`);
    },
  };
  return operatorOf(matcher).toSql(matcher, target);
}

export type { Operator, OperatorExample, Scalar, SqlTarget, TestTarget } from './operator';
export type { OtherField } from './other-field';
export { readRegex };
