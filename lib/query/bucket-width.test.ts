import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRID_ORIGIN, gridFor, withRoom } from './bucket-width';

const time = fc.integer({ min: Date.UTC(1901), max: Date.UTC(2200) });

describe('the grid of a timeline', () => {
  it('covers the range with at most as many buckets as asked for, on its own boundaries', () => {
    fc.assert(
      fc.property(time, time, fc.integer({ min: 1, max: 1000 }), (one, two, buckets) => {
        const [from, to] = one < two ? [one, two] : [two, one];
        const { start, interval, count } = gridFor(from, to, buckets);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(buckets);
        expect(start).toBeLessThanOrEqual(from);
        expect(start + interval).toBeGreaterThan(from);
        expect(start + count * interval).toBeGreaterThan(to);
        expect((start - Date.parse(GRID_ORIGIN)) % interval).toBe(0);
      }),
    );
  });

  it('takes widths that a person can read', () => {
    const from = Date.UTC(2024, 0, 1);
    expect(gridFor(from, from + 3_600_000 - 1, 60).interval).toBe(60_000);
    expect(gridFor(from, from + 86_400_000 - 1, 60).interval).toBe(1_800_000);
    expect(gridFor(from, from, 60)).toEqual({ interval: 1, start: from, count: 1 });
  });

  it('puts a single moment in the middle of a few buckets', () => {
    const moment = Date.UTC(2024, 0, 1);
    expect(withRoom(moment, moment, 200)).toEqual({ from: moment - 30, to: moment + 30 });
    expect(withRoom(moment, moment, 1)).toEqual({ from: moment, to: moment });
    expect(withRoom(moment, moment + 500, 200)).toEqual({ from: moment, to: moment + 500 });
  });

  it('begins weeks on a Monday', () => {
    const { start } = gridFor(Date.UTC(2024, 0, 3), Date.UTC(2025, 0, 1), 60);
    expect(new Date(start).getUTCDay()).toBe(1);
  });
});
