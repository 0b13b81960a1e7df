import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisTicks } from './time-axis';
import { timesIn } from './times';

const at = Date.parse;

it('ticks are round on the clocks of the zone, and midnight names its day', () => {
  const labels = axisTicks(at('2025-06-07T20:00:00Z'), at('2025-06-08T20:00:00Z'), timesIn('Europe/Berlin'), 9);
  expect(labels.map(({ label }) => label)).toEqual([
    '08 Jun',
    '03:00',
    '06:00',
    '09:00',
    '12:00',
    '15:00',
    '18:00',
    '21:00',
  ]);
  expect(labels.map(({ strong }) => strong).indexOf(true)).toBe(0);
});

it('they stay round where the clocks are changed', () => {
  const labels = axisTicks(at('2025-03-29T12:00:00Z'), at('2025-03-31T12:00:00Z'), timesIn('Europe/Berlin'), 9);
  expect(labels.map(({ label }) => label)).toEqual([
    '18:00',
    '30 Mar',
    '06:00',
    '12:00',
    '18:00',
    '31 Mar',
    '06:00',
    '12:00',
  ]);
});

it('there are never many of them, and all are on the axis', () => {
  const from = fc.integer({ min: 0, max: 2_000_000_000_000 });
  const length = fc.integer({ min: 1, max: 20 * 365 * 86_400_000 });
  fc.assert(
    fc.property(from, length, fc.constantFrom('UTC', 'Asia/Kolkata', 'America/New_York'), (start, span, zone) => {
      const ticks = axisTicks(start, start + span, timesIn(zone), 9);
      expect(ticks.length).toBeLessThanOrEqual(11);
      for (const tick of ticks) expect(tick.at >= 0 && tick.at <= 1).toBe(true);
    }),
  );
});
