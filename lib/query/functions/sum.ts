import { unitOf } from '../field-reference';
import { sql } from '../sql';
import type { AggregateFunction } from './aggregate-function';
import { orderedOf } from './target-value';

export const sum: AggregateFunction = {
  kind: 'sum',
  names: ['sum', 'total'],
  title: 'sum',
  about: 'All values of a number field added up. Whole numbers are added exactly.',
  takes: 'numbers',
  takesParameter: false,
  shorthand: () => null,
  nameOf: (field) => `sum_${field?.name}`,
  result: (field) => ({
    kind: field?.kind === 'integer' ? 'integer' : 'number',
    unit: field === null ? null : unitOf(field),
  }),
  words: (label) => `the sum of ${label}`,
  print: (field) => `sum ${field}`,
  toSql: (target) => sql`sum(${orderedOf(target)})`,
  accumulate() {
    let whole = 0n;
    let broken = 0;
    let any = false;
    let allWhole = true;
    return {
      add(value) {
        if (value === null) return;
        any = true;
        if (allWhole && (typeof value === 'bigint' || Number.isInteger(value))) whole += BigInt(value);
        else allWhole = false;
        broken += Number(value);
      },
      result: () => (any ? (allWhole ? whole : broken) : null),
    };
  },
  examples: [
    { query: '* | sum bytes', words: 'All events; the sum of bytes.', values: [1500, 500, null], result: 2000 },
    { query: '* | sum(retries)', words: 'All events; the sum of retries.', values: [1, '2.5', 'many'], result: 3.5 },
    { query: '* | sum packets', words: 'All events; the sum of packets.', values: [null], result: null },
  ],
};
