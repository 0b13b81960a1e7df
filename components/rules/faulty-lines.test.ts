import { expect, test } from 'vitest';
import type { ReadRule } from '@/lib/interface';
import { faultyLines } from './faulty-lines';

const rule: ReadRule = {
  id: null,
  file: null,
  title: 'Some',
  kind: 'rule',
  outcome: 'checked',
  types: [],
  q: null,
  words: null,
  refusals: [],
  line: 1,
};

test('lines that cannot be read, and those at which a refused rule begins', () => {
  const refused = { ...rule, line: 9, refusals: [{ kind: 'log-source', about: 'windows', message: 'No.' }] };
  const problems = [
    { file: null, line: 4, message: 'Indentation.' },
    { file: null, line: null, message: 'Something.' },
  ];
  expect([...faultyLines({ rules: [rule, refused], problems, passedOver: 0 })]).toEqual([4, 9]);
  expect(faultyLines(undefined).size).toBe(0);
});
