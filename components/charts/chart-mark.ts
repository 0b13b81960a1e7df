import { type FieldValue, narrowedTo } from '@/lib/query';

/** What a drawn thing stands for: what it says, and the events that it leads to. */
export interface ChartMark {
  /** The mark in words, for whoever hears it and for the line under the picture. */
  readonly text: string;
  /** What its events have; null values are those that lack the field. */
  readonly values: readonly FieldValue[];
  /** What else holds for its events, as clauses of a query. */
  readonly clauses: readonly string[];
  /** The stretch of time that it is about; null when it is about all of it. */
  readonly range: { readonly from: string; readonly to: string } | null;
}

/** The query for the events behind a mark of a query's chart; null when the mark leads to no fewer than all of them. */
export function queryOfMark(q: string, { values, clauses, range }: ChartMark): string | null {
  if (values.length === 0 && clauses.length === 0 && range === null) return null;
  return [narrowedTo(q, values), ...clauses].filter((text) => text !== '').join(' ');
}
