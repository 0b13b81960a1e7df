import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventAnswer } from '@/lib/interface';
import { arrive, EMPTY_BUFFER, HELD_MAX, resume, withTail } from './tail-buffer';

const event = (n: number): EventAnswer => ({
  id: `1-${n}`,
  time: null,
  timeGuess: [],
  type: 'application',
  severity: null,
  message: `event ${n}`,
  fields: {},
  source: { id: 'source', path: 'a.log', line: n, lines: 1 },
});
const events = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => event(from + index));

it('shows the newest first, and holds back what comes while it is paused', () => {
  const running = arrive(EMPTY_BUFFER, events(0, 2), false);
  expect(running.shown.map(({ id }) => id)).toEqual(['1-1', '1-0']);
  const paused = arrive(running, events(2, 4), true);
  expect(paused.shown).toEqual(running.shown);
  expect(paused.waiting.map(({ id }) => id)).toEqual(['1-3', '1-2']);
  expect(resume(paused).shown.map(({ id }) => id)).toEqual(['1-3', '1-2', '1-1', '1-0']);
  expect(arrive(paused, [event(4)], false).shown.map(({ id }) => id)).toEqual(['1-4', '1-3', '1-2', '1-1', '1-0']);
});

it('loses nothing silently: what arrived is shown, waiting or counted as cut', () => {
  const step = fc.record({ count: fc.nat(HELD_MAX), paused: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      let buffer = EMPTY_BUFFER;
      let arrived = 0;
      for (const { count, paused } of steps) {
        buffer = arrive(buffer, events(arrived, arrived + count), paused);
        arrived += count;
        expect(buffer.arrived).toBe(arrived);
        expect(buffer.shown.length + buffer.waiting.length + buffer.cut).toBe(arrived);
        expect(buffer.shown.length).toBeLessThanOrEqual(HELD_MAX);
      }
      expect(resume(buffer).waiting).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

it('shows once what the page has too', () => {
  expect(withTail([event(3), event(2)], [event(2), event(1)]).map(({ id }) => id)).toEqual(['1-3', '1-2', '1-1']);
});
