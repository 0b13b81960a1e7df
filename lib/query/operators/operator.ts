import type { FieldReference } from '../field-reference';
import type { Operand } from '../operand';
import type { Sql } from '../sql';

/** A case that is a test and a line of the help page at once. */
export interface OperatorExample {
  /** A query of one clause with this operator. */
  readonly query: string;
  /** What it asks, in words. */
  readonly words: string;
  /** A further field that each of the events has. */
  readonly beside?: { readonly field: string; readonly value: string | number };
  /** Values of the field (null: the event has none) that the clause finds, and some that it does not. */
  readonly finds: readonly (string | number | null)[];
  readonly misses: readonly (string | number | null)[];
}

/** What an operator can say of a field's value in SQL. */
export interface SqlTarget {
  readonly field: FieldReference;
  /** The value as a text, for patterns. */
  readonly text: Sql;
  /** The value as it is ordered. */
  readonly value: Sql;
  /** Binds a value that the query names, typed to be compared with `value`. */
  bind(value: Scalar): Sql;
  /** Another field of the same event as a text. */
  textOf(field: FieldReference): Sql;
}

/** A value that a query names: a number for number fields, else a text (a severity's or type's name, a time as written). */
export type Scalar = string | number;

/** The value of one event as the predicate sees it. */
export interface TestTarget {
  readonly field: FieldReference;
  /** Null when the event has no such value. */
  readonly text: string | null;
  /** For ordering; null when there is none. */
  readonly order: number | null;
  /** A value that the query names, on the scale of `order`. */
  orderOf(value: Scalar): number;
  /** Another field of the same event as a text; null when it has none. */
  textOf(field: FieldReference): string | null;
}

/**
 * A way to say something of a field's value: one member of the query language. `M` is its part of the AST: plain data,
 * valid once parsed.
 */
export interface Operator<M extends { readonly kind: string }> {
  readonly kind: M['kind'];
  readonly title: string;
  /** One or two sentences for the help page. */
  readonly about: string;
  /** The matcher that an operand means for a field, or null to leave it to the next operator. Throws QueryError for a bad value. */
  accept(operand: Operand, field: FieldReference): M | null;
  /** True or false or null of an event; null counts as false. */
  toSql(matcher: M, target: SqlTarget): Sql;
  /** Prepares the test of events, so that patterns are read once. */
  test(matcher: M): (target: TestTarget) => boolean;
  /** What follows the field's name in a sentence. */
  words(matcher: M, field: FieldReference, negated: boolean): string;
  /** What follows the field's name in a query. */
  print(matcher: M, field: FieldReference): string;
  readonly examples: readonly OperatorExample[];
}
