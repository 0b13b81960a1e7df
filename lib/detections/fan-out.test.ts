import { expect, test } from 'vitest';
import { columnsOf, DAY, type ExampleEvent, HOUR, MINUTE, MONDAY, SECOND } from './example-events';
import { fanOuts } from './fan-out';
import type { Tally } from './tally';
import { tallySegment } from './tally-segment';

const TALLY: Tally = {
  name: 'of-the-test',
  version: 1,
  types: ['network'],
  where: [],
  by: [{ field: 'dst_port' }],
  bucketSeconds: 300,
};
const RULES = { bucketSeconds: 300, least: 20, factor: 5 };
const PER_DAY = 288;
const FIRST = MONDAY / SECOND / 300;

function* ports(count: number, from: number): Generator<ExampleEvent> {
  for (let port = 1; port <= count; port += 1)
    yield { type: 'network', time: from + port * SECOND, fields: { dst_port: port } };
}

function* hourly(count: number, hours: number): Generator<ExampleEvent> {
  for (let hour = 0; hour < hours; hour += 1) yield* ports(count, MONDAY + hour * HOUR);
}

function found(...parts: Iterable<ExampleEvent>[]) {
  const { rows } = tallySegment(columnsOf(parts.flatMap((part) => [...part])), TALLY);
  return fanOuts(rows, RULES).map(({ from, distinct, usual }) => ({ from: from - FIRST, distinct, usual }));
}

test('many at once after days of few', () => {
  expect(found(hourly(3, 72), ports(60, MONDAY + 3 * DAY))).toEqual([{ from: 3 * PER_DAY, distinct: 60, usual: 3 }]);
});

test('many at once after nothing, without anything later', () => {
  expect(found(ports(60, MONDAY + MINUTE))).toEqual([{ from: 0, distinct: 60, usual: null }]);
});

test('what is done all the time, from the beginning or not, is how it works', () => {
  expect(found(hourly(40, 72))).toEqual([]);
});

test('what comes each night is how it works', () => {
  expect(found(hourly(2, 96), ...[0, 1, 2, 3].map((day) => ports(60, MONDAY + day * DAY + 3 * HOUR)))).toHaveLength(1);
  expect(found(...[0, 1, 2, 3].map((day) => ports(60, MONDAY + day * DAY + 3 * HOUR)))).toEqual([]);
});

test('twice within hours are two, hours apart', () => {
  expect(found(hourly(2, 24), ports(60, MONDAY + DAY), ports(60, MONDAY + DAY + 3 * HOUR))).toHaveLength(2);
});
