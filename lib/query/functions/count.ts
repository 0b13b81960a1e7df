import { sql } from '../sql';
import type { AggregateFunction } from './aggregate-function';

export const count: AggregateFunction = {
  kind: 'count',
  names: ['count'],
  title: 'count',
  about: 'How many events there are.',
  takes: 'nothing',
  takesParameter: false,
  shorthand: () => null,
  nameOf: () => 'count',
  result: () => ({ kind: 'integer', unit: null }),
  words: () => 'how many there are',
  print: () => 'count',
  toSql: () => sql`count(*)`,
  accumulate() {
    let rows = 0;
    return {
      add() {
        rows++;
      },
      result: () => rows,
    };
  },
  examples: [{ query: '* | count', words: 'All events; how many there are.', values: ['a', null, 'b'], result: 3 }],
};
