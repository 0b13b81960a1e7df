import { expect, test } from 'vitest';
import { detectorOfRule, findingsOfRule, ruleOfFinding } from './rule-findings';

test('a finding leads to the rule that found it, and the rule to its findings', () => {
  expect(ruleOfFinding({ detector: detectorOfRule('a:b') })).toBe('a:b');
  expect(ruleOfFinding({ detector: 'secret-sweep' })).toBeNull();
  expect(new URL(findingsOfRule('a&b'), 'http://here').searchParams.get('detector')).toBe('rule:a&b');
});
