import { unitOf } from '../field-reference';
import { sql } from '../sql';
import type { AggregateFunction } from './aggregate-function';
import { doubleOf } from './target-value';

/** As SQL's `percentile_cont`: between two values the figure lies on the straight line from one to the other. */
export const quantile: AggregateFunction = {
  kind: 'quantile',
  names: ['quantile', 'percentile'],
  title: 'quantile',
  about:
    'The value below which a share of the values lies: 0.95 leaves 5% above it. Also written p95 or median; between two values it is interpolated.',
  takes: 'numbers',
  takesParameter: true,
  shorthand(word) {
    if (word === 'median') return 0.5;
    const [, digits] = /^p(\d{1,2}(?:\.\d{1,6})?)$/.exec(word) ?? [];
    return digits === undefined ? null : Number((Number(digits) / 100).toPrecision(12));
  },
  nameOf: (field, parameter) => `${shortName(parameter ?? 0)}_${field?.name}`,
  result: (field) => ({ kind: 'number', unit: field === null ? null : unitOf(field) }),
  words: (label, parameter) => `the ${parameter === 0.5 ? 'median' : `${parameter} quantile`} of ${label}`,
  print: (field, parameter) => `quantile ${parameter} ${field}`,
  toSql: (target, parameter) => sql`percentile_cont(${parameter}::float8) within group (order by ${doubleOf(target)})`,
  accumulate(parameter) {
    const values: number[] = [];
    return {
      add(value) {
        if (value !== null) values.push(Number(value));
      },
      result: () => interpolate(values, parameter ?? 0),
    };
  },
  examples: [
    {
      query: '* | quantile 0.75 duration_ms',
      words: 'All events; the 0.75 quantile of duration.',
      values: [10, 20, 30, 40, null],
      result: 32.5,
    },
    { query: '* | median bytes', words: 'All events; the median of bytes.', values: [1, 2, 9], result: 2 },
    { query: '* | p95(bytes)', words: 'All events; the 0.95 quantile of bytes.', values: [7], result: 7 },
  ],
};

function interpolate(values: number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (place - Math.floor(place)) * (high - low);
}

/** `p95`; a fraction of a per cent, which a bare name cannot hold, with an underscore for the point. */
function shortName(share: number): string {
  return `p${String(Number((share * 100).toPrecision(12))).replace('.', '_')}`;
}
