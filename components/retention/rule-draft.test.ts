import { describe, expect, it, test } from 'vitest';
import { draftOfRule, ruleOf } from './rule-draft';

const EMPTY = { days: '', countsFrom: 'arrival', size: '' } as const;

describe('a draft of the rule', () => {
  it.each([
    [EMPTY, { keepDays: null, countsFrom: 'arrival', sizeMax: null }],
    [
      { days: ' 30 ', countsFrom: 'event', size: '1.5' },
      { keepDays: 30, countsFrom: 'event', sizeMax: 1_610_612_736 },
    ],
  ] as const)('%j', (draft, rule) => expect(ruleOf(draft)).toEqual({ rule, problem: null }));

  it.each([
    [{ ...EMPTY, days: '0' }, /Days/],
    [{ ...EMPTY, days: '1.5' }, /Days/],
    [{ ...EMPTY, days: 'x' }, /Days/],
    [{ ...EMPTY, size: '0' }, /size/],
    [{ ...EMPTY, size: '-1' }, /size/],
    [{ ...EMPTY, size: 'much' }, /size/],
  ])('%j is none', (draft, problem) => expect(ruleOf(draft).problem).toMatch(problem));
});

test('a rule becomes the draft that it came from', () => {
  const draft = { days: '7', countsFrom: 'event', size: '0.5' } as const;
  const made = ruleOf(draft);
  expect(made.problem === null && draftOfRule(made.rule)).toEqual(draft);
});
