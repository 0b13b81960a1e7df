import { expect, test } from 'vitest';
import { rangeAround, readMoment, shifted, writeMoment, zoomedOut } from './range-moves';

test('zooming out triples the range around its middle', () => {
  expect(zoomedOut({ from: 100, to: 110 }, { from: 0, to: 1000 })).toEqual({ from: 90, to: 120 });
});

test('near an end the range grows to the other side, and at last is everything', () => {
  expect(zoomedOut({ from: 0, to: 10 }, { from: 0, to: 1000 })).toEqual({ from: 0, to: 30 });
  expect(zoomedOut({ from: 990, to: 1000 }, { from: 0, to: 1000 })).toEqual({ from: 970, to: 1000 });
  expect(zoomedOut({ from: 300, to: 700 }, { from: 0, to: 1000 })).toBeNull();
});

test('without a known span there is no limit', () => {
  expect(zoomedOut({ from: 100, to: 110 }, null)).toEqual({ from: 90, to: 120 });
});

test('a range moves by its own width', () => {
  expect(shifted({ from: 100, to: 110 }, -1)).toEqual({ from: 90, to: 100 });
});

test.each([
  ['2025-06-03 09:12:30', '2025-06-03T09:12:30.000Z'],
  ['2025-06-03T09:12', '2025-06-03T09:12:00.000Z'],
  ['2025-06-03', '2025-06-03T00:00:00.000Z'],
  ['2025-06-03T09:12:30+02:00', '2025-06-03T07:12:30.000Z'],
  [' 2025-06-03 09:12:30.125 ', '2025-06-03T09:12:30.125Z'],
])('%s is read as %s', (text, iso) => expect(readMoment(text, 'utc')).toBe(Date.parse(iso)));

test.each(['', 'yesterday', '2025-13-03', '03/06/2025'])('"%s" is no moment', (text) => {
  expect(readMoment(text, 'utc')).toBeNull();
});

test('a moment comes back as it was written', () => {
  const time = Date.parse('2025-06-03T09:12:30.125Z');
  expect(readMoment(writeMoment(time, 'utc'), 'utc')).toBe(time);
  expect(readMoment(writeMoment(time, 'local'), 'local')).toBe(time);
});

test('a range goes to a moment and keeps its width', () => {
  expect(rangeAround(1_000_000, { from: 0, to: 60_000 })).toEqual({ from: 970_000, to: 1_030_000 });
  expect(rangeAround(7_200_000, null)).toEqual({ from: 5_400_000, to: 9_000_000 });
});
