import type { Comparator, RangeEnd } from '../operand';
import { printScalar, wordsOf } from '../scalar-text';
import { readOrdered } from '../scalars';
import { sql } from '../sql';
import { type Compare, compare } from './compare';
import type { Operator, Scalar } from './operator';

/** `field:[low TO high]`: between the two; `{` and `}` leave an end out, `*` leaves it open. At least one end is given. */
export interface Range {
  readonly kind: 'range';
  readonly low: Bound | null;
  readonly high: Bound | null;
}

interface Bound {
  readonly value: Scalar;
  readonly inclusive: boolean;
}

export const range: Operator<Range> = {
  kind: 'range',
  title: 'Range',
  about: 'From one value to another, both included; a curly bracket leaves its end out, * leaves it open.',
  accept(operand, field) {
    if (operand.kind !== 'range') return null;
    const bound = (end: RangeEnd): Bound | null =>
      end.text === null ? null : { value: readOrdered(end.text, field, end.at), inclusive: end.inclusive };
    return { kind: 'range', low: bound(operand.low), high: bound(operand.high) };
  },
  toSql: (matcher, target) =>
    sql`(${sql.join(
      comparisons(matcher).map((part) => compare.toSql(part, target)),
      sql` and `,
    )})`,
  test(matcher) {
    const tests = comparisons(matcher).map((part) => compare.test(part));
    return (target) => tests.every((test) => test(target));
  },
  words({ low, high }, field, negated) {
    if (low?.inclusive && high?.inclusive) {
      return `${negated ? 'is not' : 'is'} between ${wordsOf(low.value)} and ${wordsOf(high.value)}`;
    }
    const parts = comparisons({ kind: 'range', low, high });
    return parts.map((part) => compare.words(part, field, negated)).join(negated ? ' or ' : ' and ');
  },
  print({ low, high }, field) {
    const end = (bound: Bound | null) => (bound === null ? '*' : printScalar(bound.value, field));
    const open = low?.inclusive === false ? '{' : '[';
    const close = high?.inclusive === false ? '}' : ']';
    return `:${open}${end(low)} TO ${end(high)}${close}`;
  },
  examples: [
    {
      query: 'status:[400 TO 499]',
      words: 'Events where status is between 400 and 499.',
      finds: [400, 499],
      misses: [399, 500, null],
    },
    {
      query: 'bytes:{1KB TO *]',
      words: 'Events where bytes is above 1000.',
      finds: [1001],
      misses: [1000, null],
    },
    {
      query: 'severity:[notice TO error}',
      words: 'Events where severity is at least notice and is below error.',
      finds: ['notice', 'warning'],
      misses: ['info', 'error', null],
    },
  ],
};

function comparisons({ low, high }: Range): Compare[] {
  return [...side(low, '>'), ...side(high, '<')];
}

function side(bound: Bound | null, strict: '>' | '<'): Compare[] {
  if (bound === null) return [];
  const comparator: Comparator = bound.inclusive ? `${strict}=` : strict;
  return [{ kind: 'compare', comparator, value: bound.value }];
}
