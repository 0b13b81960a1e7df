import { sql } from '../sql';
import type { AggregateFunction } from './aggregate-function';
import { identityOf } from './target-value';

export const distinct: AggregateFunction = {
  kind: 'distinct',
  names: ['distinct', 'dc', 'count_distinct', 'uniq'],
  title: 'distinct',
  about: 'How many different values a field has. A missing value is none.',
  takes: 'values',
  takesParameter: false,
  shorthand: () => null,
  nameOf: (field) => `distinct_${field?.name}`,
  result: () => ({ kind: 'integer', unit: null }),
  words: (label) => `how many different values ${label} has`,
  print: (field) => `distinct ${field}`,
  toSql: (target) => sql`count(distinct ${identityOf(target)})`,
  accumulate() {
    const values = new Set<unknown>();
    return {
      add(value) {
        if (value !== null) values.add(value);
      },
      result: () => values.size,
    };
  },
  examples: [
    {
      query: '* | distinct user',
      words: 'All events; how many different values user has.',
      values: ['a', 'b', 'a', null],
      result: 2,
    },
  ],
};
