import type { FieldReference } from '../field-reference';
import type { AggregateKind } from '../functions';
import type { Query } from '../node';

/** One figure of a group of rows: `sum(bytes)`, under the name of its column. */
export interface AggregateCall {
  readonly kind: AggregateKind;
  /** Null for `count`. */
  readonly field: FieldReference | null;
  /** Of `quantile`: from 0 to 1. */
  readonly parameter: number | null;
  readonly name: string;
}

/** One group a distinct combination of values of `by` (a missing value is a value here), one row a group. */
export interface GroupStep {
  readonly kind: 'group';
  readonly aggregates: readonly AggregateCall[];
  readonly by: readonly FieldReference[];
  /** Rows are grouped by stretches of time too; `widthMs` null is chosen to fit the range. Only of events. */
  readonly bucket: { readonly widthMs: number | null } | null;
  /** Only groups none of whose events lie in this time before the range asked for. Only of events. */
  readonly unseenForMs: number | null;
}

/** Rows for which a condition on their columns holds. */
export interface WhereStep {
  readonly kind: 'where';
  readonly query: Query;
}

export interface SortKey {
  readonly field: FieldReference;
  readonly descending: boolean;
}

/** Missing values come last in either direction. */
export interface SortStep {
  readonly kind: 'sort';
  readonly keys: readonly SortKey[];
}

/** The first rows in the order they have. */
export interface LimitStep {
  readonly kind: 'limit';
  readonly rows: number;
}

/** Which columns are shown; the order of the rows stays. */
export interface FieldsStep {
  readonly kind: 'fields';
  readonly fields: readonly FieldReference[];
}

export type Step = GroupStep | WhereStep | SortStep | LimitStep | FieldsStep;

/**
 * What a pipeline does, in the few steps that evaluators know; plain data. Without a group step the rows are events,
 * newest first; behind one they are sorted by its first aggregate, largest first, or by time where time is grouped; ties
 * by the values of the group. `filter` holds also what `where` said of events before any limit.
 */
export interface Plan {
  readonly filter: Query;
  readonly steps: readonly Step[];
}
