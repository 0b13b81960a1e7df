import { expect, test } from 'vitest';
import type { ColumnAnswer } from '@/lib/interface';
import { answerTarget } from './answer-target';

const user: ColumnAnswer = { kind: 'text', unit: null, field: 'user', interval: null };
const count: ColumnAnswer = { kind: 'integer', unit: null, field: null, interval: null };
const hour: ColumnAnswer = { kind: 'time', unit: null, field: 'time', interval: 3_600_000 };
const id: ColumnAnswer = { kind: 'text', unit: null, field: 'id', interval: null };

test('a group leads to its events, without the steps', () => {
  const target = answerTarget('verb:list | count by user', ['ada', 3], [user, count]);
  expect(target).toEqual({ kind: 'events', q: 'verb:list user:ada', range: null });
});

test('a stretch of a timeline leads to its time', () => {
  const target = answerTarget('* | timeline 1h by user', ['2026-01-31T10:00:00.000Z', null, 3], [hour, user, count]);
  expect(target).toEqual({
    kind: 'events',
    q: '-user:*',
    range: { from: '2026-01-31T10:00:00.000Z', to: '2026-01-31T11:00:00.000Z' },
  });
});

test('an event leads to itself, a sum of everything nowhere', () => {
  expect(answerTarget('* | fields user, id', ['ada', '1-2'], [user, id])).toEqual({ kind: 'event', id: '1-2' });
  expect(answerTarget('* | count', [3], [count])).toBeNull();
});
