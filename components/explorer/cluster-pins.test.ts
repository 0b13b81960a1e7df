import { expect, it } from 'vitest';
import { clusterPins } from './cluster-pins';

const pinAt = (event: string, time: string | null) => ({
  ...{ event, time, type: 'audit' as const, reason: '', by: 'ann' },
  hunt: { slug: 'a', title: 'A' },
});
const RANGE = { from: Date.parse('2025-06-03T00:00:00Z'), to: Date.parse('2025-06-03T10:00:00Z') };

it('puts pins close to each other under one flag, in order of time', () => {
  const pins = [
    pinAt('c', '2025-06-03T05:00:00Z'),
    pinAt('a', '2025-06-03T01:00:00Z'),
    pinAt('b', '2025-06-03T01:06:00Z'),
  ];
  const flags = clusterPins(pins, RANGE, 0.05);
  expect(flags.map((flag) => flag.pins.map(({ event }) => event))).toEqual([['a', 'b'], ['c']]);
  expect(flags.map(({ at }) => at)).toEqual([0.1, 0.5]);
});

it('leaves out what is outside, and what has no time', () => {
  expect(clusterPins([pinAt('a', null), pinAt('b', '2025-06-04T01:00:00Z')], RANGE, 0.05)).toEqual([]);
});
