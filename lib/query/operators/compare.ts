import type { Comparator } from '../operand';
import { printScalar, wordsOf } from '../scalar-text';
import { readOrdered } from '../scalars';
import { type Sql, sql } from '../sql';
import type { Operator, Scalar } from './operator';

/** `field>value`, `field:>=value`: the field's value is on that side of the given one. */
export interface Compare {
  readonly kind: 'compare';
  readonly comparator: Comparator;
  readonly value: Scalar;
}

interface Comparison {
  readonly sql: Sql;
  readonly words: string;
  readonly timeWords: string;
  holds(value: number, bound: number): boolean;
}

const COMPARATORS: Readonly<Record<Comparator, Comparison>> = {
  '>': { sql: sql`>`, words: 'above', timeWords: 'after', holds: (value, bound) => value > bound },
  '>=': { sql: sql`>=`, words: 'at least', timeWords: 'at or after', holds: (value, bound) => value >= bound },
  '<': { sql: sql`<`, words: 'below', timeWords: 'before', holds: (value, bound) => value < bound },
  '<=': { sql: sql`<=`, words: 'at most', timeWords: 'at or before', holds: (value, bound) => value <= bound },
};

export const compare: Operator<Compare> = {
  kind: 'compare',
  title: 'More or less than',
  about: 'Numbers with units of size (1MB, 10KiB) or, for durations, of time (250ms, 3s); severities; times.',
  accept(operand, field) {
    if (operand.kind !== 'comparison') return null;
    return { kind: 'compare', comparator: operand.comparator, value: readOrdered(operand.text, field, operand.at) };
  },
  toSql: ({ comparator, value }, target) => sql`${target.value} ${COMPARATORS[comparator].sql} ${target.bind(value)}`,
  test({ comparator, value }) {
    const { holds } = COMPARATORS[comparator];
    return (target) => target.order !== null && holds(target.order, target.orderOf(value));
  },
  words({ comparator, value }, field, negated) {
    const { words, timeWords } = COMPARATORS[comparator];
    return `${negated ? 'is not' : 'is'} ${field.kind === 'time' ? timeWords : words} ${wordsOf(value)}`;
  },
  // After any name, however strange, a colon is understood.
  print: ({ comparator, value }, field) =>
    `${field.kind === 'attribute' ? ':' : ''}${comparator}${printScalar(value, field)}`,
  examples: [
    { query: 'status>=400', words: 'Events where status is at least 400.', finds: [400, 503], misses: [399, null] },
    { query: 'status:<400', words: 'Events where status is below 400.', finds: [200], misses: [400, null] },
    { query: 'bytes > 1MB', words: 'Events where bytes is above 1000000.', finds: [1000001], misses: [1000000] },
    { query: 'duration>3s', words: 'Events where duration is above 3000.', finds: [3000.5], misses: [3000, null] },
    {
      query: 'severity>=warning',
      words: 'Events where severity is at least warning.',
      finds: ['warning', 'critical'],
      misses: ['notice', null],
    },
    {
      query: 'retries>2',
      words: 'Events where retries is above 2.',
      finds: [3, '2.5', '10'],
      misses: [2, 'many', '', '1e3', null],
    },
    {
      query: 'time<"2026-01-31 12:00"',
      words: 'Events where time is before “2026-01-31 12:00”.',
      finds: ['2026-01-31T11:59:59Z'],
      misses: ['2026-01-31T12:00:00Z', null],
    },
  ],
};
