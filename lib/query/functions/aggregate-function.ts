import type { FieldReference, QueryFieldKind, Unit } from '../field-reference';
import type { SqlTarget } from '../operators';
import type { Cell } from '../pipeline/cell';
import type { Sql } from '../sql';

export type AggregateKind = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'quantile' | 'distinct';

/** A case that is a test and a line of the help page at once. */
export interface FunctionExample {
  /** A query whose only step is one call of the function. */
  readonly query: string;
  /** What the query asks, in words. */
  readonly words: string;
  /** Values of the field, one an event (null: the event has none), and the figure that they give. */
  readonly values: readonly (string | number | null)[];
  readonly result: string | number | null;
}

/** Takes in the values of a group one by one. */
export interface Accumulator {
  /** `value` is a number where the function takes numbers or what has an order, else the cell itself; null = none. */
  add(value: Cell): void;
  result(): Cell;
}

/**
 * A figure that a group of events is reduced to: one member of the query language. Events without the field do not
 * count; the figure of no values at all is null, but for those that count.
 */
export interface AggregateFunction {
  readonly kind: AggregateKind;
  /** How it may be spelt; the first is its own name. */
  readonly names: readonly string[];
  readonly title: string;
  /** One or two sentences for the help page. */
  readonly about: string;
  /** Of what: nothing, amounts, what has an order, or any values. */
  readonly takes: 'nothing' | 'numbers' | 'ordered' | 'values';
  readonly takesParameter: boolean;
  /** The parameter that a spelling such as `p95` stands for; null for any other word. */
  shorthand(word: string): number | null;
  /** The name of the column where the query gives none. */
  nameOf(field: FieldReference | null, parameter: number | null): string;
  /** The kind and unit of the figure. */
  result(field: FieldReference | null): { readonly kind: QueryFieldKind; readonly unit: Unit | null };
  /** Within "for each pod: …". */
  words(label: string, parameter: number | null): string;
  /** The call without its name's `as`; `field` as it is written. */
  print(field: string, parameter: number | null): string;
  /** The figure over the rows of a group; `target` is null where it takes nothing. */
  toSql(target: SqlTarget | null, parameter: number | null): Sql;
  accumulate(parameter: number | null): Accumulator;
  readonly examples: readonly FunctionExample[];
}
