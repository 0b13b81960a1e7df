import { describe, expect, test } from 'vitest';
import { type Condition, parseCondition } from './condition';

const NAMES = ['selection', 'selection_a', 'selection_b', 'filter-main', 'notepad', 'all', '_hidden', '1st'];

function parsed(text: string): string {
  return written(parseCondition(text, NAMES, []));
}

function written(condition: Condition): string {
  if (condition.kind === 'name') return condition.name;
  if (condition.kind === 'not') return `!${written(condition.of)}`;
  return `(${condition.of.map(written).join(condition.kind === 'and' ? ' & ' : ' | ')})`;
}

test.each([
  ['selection', 'selection'],
  ['selection and not filter-main', '(selection & !filter-main)'],
  ['selection or selection_a and selection_b', '(selection | (selection_a & selection_b))'],
  ['(selection or selection_a) and selection_b', '((selection | selection_a) & selection_b)'],
  ['not selection and selection_a', '(!selection & selection_a)'],
  ['not (selection or selection_a)', '!(selection | selection_a)'],
  ['not not selection', '!!selection'],
  ['1 of selection_*', '(selection_a | selection_b)'],
  ['any of selection*', '(selection | selection_a | selection_b)'],
  ['all of selection_* and not 1 of filter*', '((selection_a & selection_b) & !filter-main)'],
  ['1 of *_a', 'selection_a'],
  ['all of s*n_b', 'selection_b'],
  ['1 of them', '(selection | selection_a | selection_b | filter-main | notepad | all | 1st)'],
  ['1 of _*', '_hidden'],
  ['_hidden', '_hidden'],
  ['notepad', 'notepad'],
  ['all', 'all'],
  ['1st or all', '(1st | all)'],
  ['  selection\n  OR selection_a ', '(selection | selection_a)'],
])('%s', (text, expected) => expect(parsed(text)).toBe(expected));

describe('refuses', () => {
  test.each([
    ['', 'ends where'],
    ['selection and', 'ends where'],
    ['and selection', 'before "and"'],
    ['(selection', 'not closed'],
    ['selection)', 'never opened'],
    ['selection selection_a', 'missing before "selection_a"'],
    ['unknown', 'names "unknown"'],
    ['2 of selection_*', '"2 of" is not known'],
    ['1 of nothing*', 'called "nothing*"'],
    ['1 of', 'missing after'],
    ['selection | count() > 5', 'correlation'],
    ['selection & selection_a', '"&" cannot stand'],
    ['('.repeat(100), 'nested'],
    [`${'not '.repeat(100)}selection`, 'nested'],
  ])('%.40s', (text, message) => expect(() => parsed(text)).toThrow(message));
});
