import { describe, expect, it } from 'vitest';
import { dueLots, type Lot } from './lots';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-06-01T00:00:00Z');
const daysAgo = (days: number) => NOW - days * DAY;

function lot(name: string, arrived: number, about: Partial<Lot> = {}): Lot {
  const nothing = { newest: arrived, own: false, ownDays: null };
  return { source: name, name, segments: [1], events: 10, bytes: 100, arrived, ...nothing, ...about };
}

const RULE = { keepDays: 30, countsFrom: 'arrival', sizeMax: null } as const;
const names = (lots: readonly Lot[]) => lots.map(({ name }) => name);
const due = (lots: readonly Lot[], rule: Parameters<typeof dueLots>[1], bytes = 100 * lots.length) =>
  names(dueLots(lots, rule, bytes, NOW));

describe('by age', () => {
  it('goes what arrived longer ago than it is to be kept, the oldest first', () => {
    expect(due([lot('new', daysAgo(29)), lot('old', daysAgo(31)), lot('older', daysAgo(40))], RULE)).toEqual([
      'older',
      'old',
    ]);
    expect(due([lot('old', daysAgo(4000))], { ...RULE, keepDays: null })).toEqual([]);
  });

  it("a source's own word stands above the rule, to either side", () => {
    const lots = [
      lot('short', daysAgo(8), { own: true, ownDays: 7 }),
      lot('long', daysAgo(80), { own: true, ownDays: 90 }),
      lot('for ever', daysAgo(800), { own: true }),
    ];
    expect(due(lots, RULE)).toEqual(['short']);
    expect(due(lots, { ...RULE, keepDays: null })).toEqual(['short']);
  });

  it('an old event that arrived just now is as old as the rule says', () => {
    const lots = [lot('bundle', daysAgo(0), { newest: daysAgo(400) })];
    expect(due(lots, RULE)).toEqual([]);
    expect(due(lots, { ...RULE, countsFrom: 'event' })).toEqual(['bundle']);
  });

  it('no clock that is ahead keeps anything, and what has no time counts from its arrival', () => {
    const lots = [
      lot('ahead', daysAgo(31), { newest: daysAgo(-40_000) }),
      lot('no time', daysAgo(32), { newest: null }),
      lot('no time, new', daysAgo(1), { newest: null }),
    ];
    expect(due(lots, { ...RULE, countsFrom: 'event' })).toEqual(['no time', 'ahead']);
  });
});

describe('by size', () => {
  const SMALL = { keepDays: null, countsFrom: 'arrival', sizeMax: 250 } as const;

  it('goes as much as brings the store down to it, the oldest first', () => {
    const lots = [lot('c', daysAgo(1)), lot('a', daysAgo(3)), lot('b', daysAgo(2)), lot('d', daysAgo(0))];
    expect(due(lots, SMALL)).toEqual(['a', 'b']);
    expect(due(lots, { ...SMALL, sizeMax: 400 })).toEqual([]);
  });

  it('what goes by age counts first, and what still grows counts too', () => {
    const lots = [lot('a', daysAgo(31)), lot('b', daysAgo(2)), lot('c', daysAgo(1))];
    expect(due(lots, { ...SMALL, keepDays: 30 })).toEqual(['a']);
    expect(due(lots, { ...SMALL, keepDays: 30 }, 400)).toEqual(['a', 'b']);
  });

  it('never takes what is kept for ever by its own word, though it take all else', () => {
    const lots = [lot('held', daysAgo(9), { own: true }), lot('a', daysAgo(3)), lot('b', daysAgo(1))];
    expect(due(lots, { ...SMALL, sizeMax: 50 })).toEqual(['a', 'b']);
  });
});
