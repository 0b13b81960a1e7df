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
    const values: { value: number; count: number }[] = [];
    return {
      add(value) {
        if (value !== null) values.push({ value: Number(value), count: 1 });
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

/** The value below which a share of values lies, each of which occurs so many times; null of none. Sorts the list. */
export function interpolate(
  values: { readonly value: number; readonly count: number }[],
  share: number,
): number | null {
  const all = values.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  values.sort((one, other) => one.value - other.value);
  const place = share * (all - 1);
  const low = valueAt(values, Math.floor(place));
  const high = valueAt(values, Math.ceil(place));
  return low + (place - Math.floor(place)) * (high - low);
}

function valueAt(sorted: readonly { readonly value: number; readonly count: number }[], place: number): number {
  let behind = 0;
  for (const { value, count } of sorted) {
    behind += count;
    if (place < behind) return value;
  }
  return 0;
}

/** `p95`; a fraction of a per cent, which a bare name cannot hold, with an underscore for the point. */
function shortName(share: number): string {
  return `p${String(Number((share * 100).toPrecision(12))).replace('.', '_')}`;
}
