import { expect, test } from 'vitest';
import { DETECTORS } from '@/lib/detections';
import { BUILT_IN_RULES } from './built-in-rules';
import { WATCHED_HUNTS } from './watched-hunts';

test('there are forty, under titles of their own', () => {
  expect(WATCHED_HUNTS).toHaveLength(40);
  expect(new Set(WATCHED_HUNTS.map(({ title }) => title)).size).toBe(40);
});

test.each(WATCHED_HUNTS)('$title: is watched by what there is', ({ rules, detectors }) => {
  const ruleNames = new Set(BUILT_IN_RULES.map(({ name }) => name));
  const detectorNames = new Set(DETECTORS.map(({ name }) => name));
  expect(rules.length + detectors.length).toBeGreaterThan(0);
  expect(rules.filter((name) => !ruleNames.has(name))).toEqual([]);
  expect(detectors.filter((name) => !detectorNames.has(name))).toEqual([]);
});

test('every rule that raises findings watches for one of them', () => {
  const watching = new Set(WATCHED_HUNTS.flatMap(({ rules }) => rules));
  const raising = BUILT_IN_RULES.filter((rule) => rule.kind === 'correlation' || rule.silent !== true);
  expect(raising.map(({ name }) => name).filter((name) => !watching.has(name))).toEqual([]);
});
