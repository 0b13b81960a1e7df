import { expect, test } from 'vitest';
import { add, describe as describeTally, didNot, tallyPlaywright, tallyVitest, worked } from './tally.mjs';

const file = (status, tests) => ({ status, assertionResults: Array.from({ length: tests }, () => ({ status })) });
const vitest = (passed, failed, pending, testResults = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  testResults,
});

test('the sum of all suites is the last line', () => {
  const tallies = [worked(), { passed: 10, failed: 0, skipped: 2, failures: [] }];
  expect(describeTally(add(tallies))).toBe('2 skipped, for what this machine lacks\n11 passed, 0 failed');
  expect(describeTally(add([worked()]))).toBe('1 passed, 0 failed');
});

test('what failed is named just before the sum', () => {
  expect(describeTally(add([worked(), didNot('Build')]))).toBe('Failed:\n  Build\n\n1 passed, 1 failed');
});

test('the tests of Vitest are counted', () => {
  expect(tallyVitest(vitest(3, 1, 2), false)).toMatchObject({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that cannot be loaded counts as a failure', () => {
  expect(tallyVitest(vitest(3, 0, 0, [file('failed', 0), file('passed', 3)]), false).failed).toBe(1);
});

test('an error outside of any test counts as a failure', () => {
  expect(tallyVitest(vitest(3, 0, 0), false).failed).toBe(1);
  expect(tallyVitest(null, true).failed).toBe(1);
  expect(tallyPlaywright(null, true).failed).toBe(1);
});

test('a browser test that passes only at the second try is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(tallyPlaywright({ stats }, false)).toMatchObject({ passed: 5, failed: 2, skipped: 1 });
});
