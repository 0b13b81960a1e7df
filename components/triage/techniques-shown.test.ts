import { expect, test } from 'vitest';
import { techniquesShown } from './techniques-shown';

test('ids are whole, and those without room are counted', () => {
  expect(techniquesShown([], 12)).toBe('');
  expect(techniquesShown(['T1610', 'T1611'], 12)).toBe('T1610 T1611');
  expect(techniquesShown(['T1610', 'T1552.007'], 12)).toBe('T1610 +1');
  expect(techniquesShown(['T1610', 'T1611', 'T1078'], 14)).toBe('T1610 T1611 +1');
  expect(techniquesShown(['T1552.007', 'T1611', 'T1078'], 4)).toBe('T1552.007 +2');
});
