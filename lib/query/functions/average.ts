import { unitOf } from '../field-reference';
import { sql } from '../sql';
import type { AggregateFunction } from './aggregate-function';
import { doubleOf } from './target-value';

export const average: AggregateFunction = {
  kind: 'avg',
  names: ['avg', 'average', 'mean'],
  title: 'avg',
  about: 'The mean of a number field, over the events that have it.',
  takes: 'numbers',
  takesParameter: false,
  shorthand: () => null,
  nameOf: (field) => `avg_${field?.name}`,
  result: (field) => ({ kind: 'number', unit: field === null ? null : unitOf(field) }),
  words: (label) => `the average of ${label}`,
  print: (field) => `avg ${field}`,
  toSql: (target) => sql`avg(${doubleOf(target)})`,
  accumulate() {
    let total = 0;
    let values = 0;
    return {
      add(value) {
        if (value === null) return;
        total += Number(value);
        values++;
      },
      result: () => (values === 0 ? null : total / values),
    };
  },
  examples: [
    { query: '* | avg duration', words: 'All events; the average of duration.', values: [10, 20, null], result: 15 },
  ],
};
