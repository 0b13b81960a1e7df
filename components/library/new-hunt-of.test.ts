import { expect, test } from 'vitest';
import { newHunt } from '@/lib/interface';
import { filterHunts } from './filter-hunts';
import { newHuntOf } from './new-hunt-of';
import { HUNT } from './test-hunt';

test('a hunt made of a ready-made one has the shape of a saved one', () => {
  const hunt = newHuntOf(HUNT);
  expect(newHunt.parse(hunt)).toEqual(hunt);
  expect(hunt.steps?.map(({ kind }) => kind)).toEqual(['note', 'query', 'query']);
  expect(hunt.steps?.[0]).toMatchObject({ text: expect.stringContaining('Windows.') });
  expect(hunt.steps?.[2]).toMatchObject({ title: 'Who came', view: 'chart', chart: 'bars' });
});

test('hunts are found by type, tactic, words and whether they can be run', () => {
  const all = { types: [], tactic: null, contains: '', runs: false } as const;
  const found = (filter: Partial<Parameters<typeof filterHunts>[1]>) =>
    filterHunts([HUNT], { ...all, ...filter }).length;
  expect(found({})).toBe(1);
  expect(found({ types: ['network', 'node'] })).toBe(1);
  expect(found({ types: ['node'] })).toBe(0);
  expect(found({ tactic: 'Initial Access' })).toBe(1);
  expect(found({ tactic: 'Impact' })).toBe(0);
  expect(found({ contains: 'DOORS t1133' })).toBe(1);
  expect(found({ contains: 'doors gates' })).toBe(0);
  expect(found({ runs: true })).toBe(1);
  expect(filterHunts([{ ...HUNT, canRun: false }], { ...all, runs: true })).toEqual([]);
});
