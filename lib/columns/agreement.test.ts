import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, logTypeCode, severityCode } from '@/lib/events';
import { type Query, queryPredicate } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { queryable, type SampleEvent } from '@/lib/query/testing/sample-event';
import { type Bits, eachBit, makeBits, setBit } from './bits';
import { COLUMN } from './column-catalogue';
import { foundLeaves, loosened, type Plan, planColumns, planQuery, withoutColumns } from './plan';
import { planRows, type SegmentView } from './plan-rows';
import { passing, type RowTest } from './row-test';
import { SameTexts } from './same-texts';
import { type SegmentColumns, SegmentColumnsBuilder } from './segment-columns';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500);
const NOW = new Date('2026-02-01T00:00:00Z');
const FILE = 7;

const events = fc.sample(arbitraryEvent, { seed: 20261127, numRuns: 250 });
const columns = columnsOf(events);

test('columns and the predicate find the same events', () => {
  let found = 0;
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const numbers = rowsOf(passing(testOf(planQuery(query, NOW)), events.length));
      expect(numbers).toEqual(expected(query));
      if (numbers.length > 0 && numbers.length < events.length) found += 1;
    }),
    { numRuns: RUNS },
  );
  // A property over empty answers would prove nothing.
  expect(found).toBeGreaterThan(RUNS / 5);
}, 60_000);

test('a loosened plan leaves out no event that is asked for', () => {
  fc.assert(
    fc.property(arbitraryQuery, (query) => {
      const plan = loosened(planQuery(query, NOW));
      expect(foundLeaves(plan)).toEqual([]);
      const possible = new Set(rowsOf(passing(testOf(plan), events.length)));
      expect(expected(query).filter((row) => !possible.has(row))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 60_000);

test('a plan without some of its columns leaves out no event that is asked for', () => {
  fc.assert(
    fc.property(arbitraryQuery, fc.array(fc.nat(), { maxLength: 3 }), (query, places) => {
      const whole = loosened(planQuery(query, NOW));
      const columns = planColumns(whole);
      const lacking = new Set(places.flatMap((place) => columns[place % columns.length] ?? []));
      const plan = withoutColumns(whole, lacking);
      expect(planColumns(plan).filter((name) => lacking.has(name))).toEqual([]);
      const possible = new Set(rowsOf(passing(testOf(plan), events.length)));
      expect(expected(query).filter((row) => !possible.has(row))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
}, 60_000);

function expected(query: Query): number[] {
  const isMatch = queryPredicate(query, NOW);
  return events.flatMap((event, row) => (isMatch(queryable(event)) ? [row] : []));
}

function testOf(plan: Plan): RowTest {
  return planRows(plan, view);
}

const view: SegmentView = {
  id: 1,
  rows: events.length,
  values({ name, accepts }) {
    const { dictionary } = columnNamed(name);
    return {
      counts: dictionary.counts,
      accepts: Uint8Array.from([null, ...dictionary.values], (value) => (accepts(value) ? 1 : 0)),
    };
  },
  sameTexts({ one, other, cased }) {
    const same = new SameTexts(cased);
    const numbers = (name: string) =>
      Uint32Array.from([0, ...columnNamed(name).dictionary.values.map((value) => same.classOf(value))]);
    return { one: numbers(one), other: numbers(other) };
  },
  codes: (name) => columnNamed(name).codes,
  times: () => columns.times,
  extent() {
    const timed = columns.times.filter((time) => !Number.isNaN(time));
    return { first: Math.min(...timed), last: Math.max(...timed), untimed: timed.length < columns.rows };
  },
  found({ clause }) {
    const isMatch = queryPredicate(clause, NOW);
    const bits = makeBits(events.length);
    for (const [row, event] of events.entries()) if (isMatch(queryable(event))) setBit(bits, row);
    return { kind: 'bits', bits };
  },
};

function columnNamed(name: string) {
  const column = columns.columns.get(name);
  if (column === 'too-many') throw new Error(`${name} has too many values`);
  const none = {
    codes: new Uint32Array(events.length),
    dictionary: { values: [], counts: Uint32Array.of(events.length) },
  };
  return column ?? none;
}

function columnsOf(all: readonly SampleEvent[]): SegmentColumns {
  const builder = new SegmentColumnsBuilder();
  for (const [row, event] of all.entries()) {
    builder.setTime(row, event.time);
    builder.set(row, COLUMN.type, logTypeCode(event.type));
    builder.set(row, COLUMN.severity, event.severity === null ? null : severityCode(event.severity));
    builder.set(row, COLUMN.file, FILE);
    builder.setAttributes(row, Object.fromEntries(event.attributes));
    for (const { name } of FIELDS) builder.set(row, COLUMN[name], event.fields.get(name) ?? null);
  }
  return builder.finish(all.length);
}

function rowsOf(bits: Bits): number[] {
  const rows: number[] = [];
  eachBit(bits, (row) => rows.push(row));
  return rows;
}
