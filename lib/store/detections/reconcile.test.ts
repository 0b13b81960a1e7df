import { expect, test } from 'vitest';
import type { Finding } from '@/lib/detections';
import { type Found, reconcile, type StoredFinding } from './reconcile';

const FINDING: Finding = {
  key: ['ann'],
  type: 'audit',
  from: 100,
  to: 200,
  level: 'low',
  confidence: 'low',
  title: '',
  reason: '',
  observed: 1,
  expected: null,
  history: 0,
  query: '',
  events: 1,
  subject: {},
  techniques: [],
};

const found = (changed: Partial<Finding>, detector = 'd'): Found => ({ detector, finding: { ...FINDING, ...changed } });
const stored = (id: string, from: number, to: number, changed: Partial<StoredFinding> = {}): StoredFinding => ({
  id,
  detector: 'd',
  key: ['ann'],
  from,
  to,
  judged: false,
  ...changed,
});

test('what overlaps is the same finding, however its time changed', () => {
  const one = found({ from: 150, to: 300 });
  expect(reconcile([stored('a', 100, 200)], [one])).toEqual({ fresh: [], again: [{ id: 'a', found: one }], gone: [] });
});

test('another time, key or detector is another finding', () => {
  for (const one of [found({ from: 200, to: 300 }), found({ key: ['bob'] }), found({}, 'e')]) {
    const before = stored('a', 100, 200);
    expect(reconcile([before], [one])).toEqual({ fresh: [one], again: [], gone: [before] });
  }
});

test('a finding that came to cover two is the one that it overlaps most, and the other is gone', () => {
  const small = stored('a', 100, 110);
  const large = stored('b', 150, 200);
  const one = found({ from: 100, to: 200 });
  expect(reconcile([small, large], [one])).toEqual({ fresh: [], again: [{ id: 'b', found: one }], gone: [small] });
});

test('one stored finding is not two', () => {
  const [first, second] = [found({ from: 100, to: 150 }), found({ from: 150, to: 200 })];
  const { fresh, again } = reconcile([stored('a', 100, 200)], [first, second]);
  expect([fresh, again]).toEqual([[second], [{ id: 'a', found: first }]]);
});
