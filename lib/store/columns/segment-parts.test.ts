import { expect, test } from 'vitest';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { MemoryBudget } from './memory-budget';
import { SegmentParts } from './segment-parts';

const notAsked = () => Promise.reject(new Error('not asked'));
const READER: Reader = { rows: notAsked, copy: notAsked };

function segment(id: number, events = 10): SegmentSpan {
  return { id, events, numbers: 10, columns: true, grows: false, first: null, last: null };
}

/** Parts that say what they are, and note each time that they are loaded. */
function partsWith(budget: MemoryBudget, loaded: string[], fail: () => boolean = () => false) {
  return new SegmentParts<string>(budget, async (_reader, segments, column) => {
    await Promise.resolve();
    if (fail()) throw new Error('cancelled');
    return segments.map(({ id, events }) => {
      loaded.push(`${id} ${column}`);
      return { value: `${id} ${events} ${column}`, weight: 10 };
    });
  });
}

test('a part is loaded once, in the order asked for, and again when its segment lost events', async () => {
  const loaded: string[] = [];
  const parts = partsWith(new MemoryBudget(1000), loaded);
  expect(await parts.of(READER, [segment(2), segment(1)], 'user')).toEqual(['2 10 user', '1 10 user']);
  expect(await parts.of(READER, [segment(1), segment(3)], 'user')).toEqual(['1 10 user', '3 10 user']);
  expect(await parts.of(READER, [segment(1, 9)], 'user')).toEqual(['1 9 user']);
  expect(loaded).toEqual(['2 user', '1 user', '3 user', '1 user']);
});

test('questions at once load together', async () => {
  const loaded: string[] = [];
  const parts = partsWith(new MemoryBudget(1000), loaded);
  const all = await Promise.all([1, 2, 3].map(() => parts.of(READER, [segment(1), segment(2)], 'verb')));
  expect(new Set(all.map(String)).size).toBe(1);
  expect(loaded).toEqual(['1 verb', '2 verb']);
});

test('when the one who loads is cancelled, the others load', async () => {
  const loaded: string[] = [];
  let failures = 1;
  const parts = partsWith(new MemoryBudget(1000), loaded, () => failures-- > 0);
  const [first, second] = await Promise.allSettled([
    parts.of(READER, [segment(1)], 'verb'),
    parts.of(READER, [segment(1)], 'verb'),
  ]);
  expect(first.status).toBe('rejected');
  expect(second).toEqual({ status: 'fulfilled', value: ['1 10 verb'] });
});

test('a question has all its parts even when the budget holds fewer', async () => {
  const loaded: string[] = [];
  const parts = partsWith(new MemoryBudget(25), loaded);
  const many = Array.from({ length: 40 }, (_, index) => segment(index));
  expect(await parts.of(READER, many, 'pod')).toHaveLength(40);
  expect(loaded).toHaveLength(40);
});
