import type { Span } from './query-error';

/** A simple clause that stands by itself or is and-ed with others: a filter pill. */
export interface Clause extends Span {
  readonly field: string;
  readonly value: string;
  readonly negated: boolean;
}

/** The filter pills of a query text; none when the text cannot be parsed. */
export function clausesOf(_text: string): Clause[] {
  return [];
}

/** The text with a filter on a field's value; the opposite filter is replaced. */
export function withClause(text: string, _field: string, _value: string, _mode: 'include' | 'exclude'): string {
  return text;
}

/** The text without the filters, of either mode, on a field's value. */
export function withoutClause(text: string, _field: string, _value: string): string {
  return text;
}
