import { expect, test } from 'vitest';
import type { Finding } from './finding';
import { madeWithoutFlood, withoutFlood } from './flood';

const finding = (from: number, level: Finding['level']): Finding => ({
  ...{ key: [String(from)], type: 'audit', from, to: from + 1, level, confidence: 'high', title: '', reason: 'New.' },
  ...{ observed: 1, expected: 0, history: 0, query: '*', events: 1, subject: {}, techniques: [] },
});

test('a hundred findings are what they are', () => {
  const findings = Array.from({ length: 100 }, (_none, n) => finding(n, 'high'));
  expect(withoutFlood(findings)).toEqual(findings);
});

test('of a flood the worst and latest stay, and none is sure', () => {
  const findings = Array.from({ length: 2000 }, (_none, n) => finding(n, n === 7 ? 'critical' : 'high'));
  const kept = withoutFlood(findings);
  expect(kept.map(({ from }) => from)).toEqual([7, ...Array.from({ length: 99 }, (_none, n) => 1999 - n)]);
  expect(new Set(kept.map(({ confidence, reason }) => `${confidence}: ${reason}`))).toEqual(
    new Set(['low: New. One of 2,000 such findings, of which the worst 100 are shown: here this may be usual.']),
  );
});

test('of a flood only what is kept is made', () => {
  const findings = Array.from({ length: 2000 }, (_none, n) => finding(n, n === 7 ? 'critical' : 'high'));
  let made = 0;
  const kept = madeWithoutFlood(
    findings.map(({ level, confidence, from, key }, place) => ({ level, confidence, from, key, place })),
    ({ place }) => {
      made += 1;
      return findings[place] ?? finding(-1, 'low');
    },
  );
  expect(kept).toEqual(withoutFlood(findings));
  expect(made).toBe(100);
});

test('a flood about one does not hide another', () => {
  const rare = { ...finding(3, 'high'), key: ['rare'] };
  const findings = [rare, ...Array.from({ length: 2000 }, (_none, n) => ({ ...finding(n, 'high'), key: ['usual'] }))];
  const kept = withoutFlood(findings);
  expect(kept.map(({ key: [name], from }) => `${name} ${from}`).slice(0, 3)).toEqual([
    'usual 1999',
    'rare 3',
    'usual 1998',
  ]);
});
