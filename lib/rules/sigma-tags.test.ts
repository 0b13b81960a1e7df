import { expect, test } from 'vitest';
import { readTags } from './sigma-tags';

test('tags of either version of ATT&CK mean what version 18 has', () => {
  expect(readTags(['attack.stealth', 'attack.t1685.006', 'attack.t1070.002', 'cve.2021-44228'])).toEqual({
    tactics: ['Defense Evasion'],
    techniques: ['T1070.002'],
    matrix: [],
  });
  expect(readTags(['attack.defense_impairment', 'attack.privilege-escalation']).tactics).toEqual([
    'Privilege Escalation',
    'Defense Evasion',
  ]);
});

test('without a tactic, those of the techniques are meant; ids of the matrix of Microsoft are kept', () => {
  expect(readTags(['attack.t1611', 'microsoft.ms-ta9013'])).toEqual({
    tactics: ['Privilege Escalation'],
    techniques: ['T1611'],
    matrix: ['MS-TA9013'],
  });
});
