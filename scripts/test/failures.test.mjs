import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../project.mjs';
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs';

const file = (status, assertionResults, message) => ({
  name: join(ROOT, 'lib/a.test.ts'),
  status,
  message,
  assertionResults,
});

test('a failed test of Vitest is told by file, name and reason without colours', () => {
  const red = `${String.fromCharCode(27)}[31m1 is not 2${String.fromCharCode(27)}[39m\n\nat a.test.ts`;
  const tests = [
    { status: 'passed', fullName: 'adds' },
    { status: 'failed', fullName: 'sums up', failureMessages: [red] },
  ];
  expect(failuresOfVitest({ testResults: [file('failed', tests)] })).toEqual([
    '  lib/a.test.ts > sums up\n    1 is not 2\n    at a.test.ts',
  ]);
});

test('a file that cannot be loaded is told with its error', () => {
  expect(failuresOfVitest({ testResults: [file('failed', [], 'no such module')] })).toEqual([
    '  lib/a.test.ts\n    no such module',
  ]);
  expect(failuresOfVitest(null)).toEqual([]);
});

test('a long reason is cut', () => {
  const long = Array.from({ length: 50 }, (_, line) => `line ${line}`).join('\n');
  const [told = ''] = failuresOfVitest({ testResults: [file('failed', [], long)] });
  expect(told.split('\n')).toHaveLength(13);
});

test('failed and flaky browser tests are found in suites of suites', () => {
  const spec = (title, ok, ...errors) => ({
    ok,
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ results: errors.map((message) => (message ? { error: { message } } : {})) }],
  });
  const suites = [
    {
      specs: [spec('opens', true, null)],
      suites: [{ specs: [spec('closes', false, 'no'), spec('stays', true, 'once', null)] }],
    },
  ];
  expect(failuresOfPlaywright({ suites, errors: [{ message: 'no browser' }] })).toEqual([
    '  a.spec.ts:7 > closes\n    no',
    '  a.spec.ts:7 > stays\n    once',
    '  outside of any test\n    no browser',
  ]);
});
