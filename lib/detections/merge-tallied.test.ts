import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, type ExampleEvent, MINUTE, MONDAY } from './example-events';
import { mergeTallied } from './merge-tallied';
import type { Tallied, Tally } from './tally';
import { tallySegment } from './tally-segment';

const TALLY: Tally = {
  name: 'of-the-test',
  version: 1,
  types: ['audit', 'network'],
  where: [{ field: 'verb', test: (verb) => verb !== 'watch' }],
  by: [
    { field: 'user' },
    { field: 'pod', as: (pod) => String(pod).split('-')[0] ?? null, optional: true },
    {
      field: 'namespace',
      as: (namespace) => (namespace === 'none' ? null : String(namespace)),
      orElse: { field: 'verb' },
      optional: true,
    },
  ],
  bucketSeconds: 60,
  sum: 'bytes',
};

const event: fc.Arbitrary<ExampleEvent> = fc.record({
  type: fc.constantFrom('audit' as const, 'network' as const, 'node' as const),
  time: fc.integer({ min: 0, max: 40 }).map((minute) => MONDAY + minute * MINUTE + 7),
  fields: fc.record(
    {
      user: fc.constantFrom('ann', 'bob', ''),
      verb: fc.constantFrom('get', 'watch'),
      namespace: fc.constantFrom('none', 'get', 'shop', ''),
      pod: fc.constantFrom('web-1', 'web-2', 'db-1'),
      bytes: fc.integer({ min: 0, max: 1000 }),
    },
    { requiredKeys: [] },
  ),
});

test('segments counted one by one are the whole counted at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(event)), (segments) => {
      const merged = mergeTallied(segments.map((events) => tallySegment(columnsOf(events), TALLY)));
      expect(plain(merged)).toEqual(plain(tallySegment(columnsOf(segments.flat()), TALLY)));
    }),
  );
});

test('a tally counts what a loop over the events would', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const counted = events.filter(
        ({ type, fields }) => type !== 'node' && fields?.user !== undefined && fields.verb !== 'watch',
      );
      const { rows } = tallySegment(columnsOf(events), TALLY);
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
      expect(sum(rows.map(({ counts }) => sum(counts)))).toBe(counted.length);
      expect(sum(rows.map(({ sums }) => sum(sums)))).toBe(sum(counted.map(({ fields }) => Number(fields?.bytes ?? 0))));
    }),
  );
});

test('events whose values have no column are counted as left out', () => {
  const columns = columnsOf([{ type: 'audit', time: MONDAY, fields: { user: 'ann', verb: 'get' } }]);
  const without = { ...columns, columns: new Map([...columns.columns, ['user', 'too-many'] as const]) };
  expect(tallySegment(without, TALLY)).toEqual({ rows: [], leftOut: 1 });
});

function plain({ rows, leftOut }: Tallied) {
  const byKey = [...rows].sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1));
  return { rows: byKey, leftOut };
}
