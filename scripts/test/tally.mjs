import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally `failures` says of each that failed
 * which it was and why
 */

/** One thing that worked. @returns {Tally} */
export function worked() {
  return { passed: 1, failed: 0, skipped: 0, failures: [] };
}

/** One thing that did not. @param {string} what @returns {Tally} */
export function didNot(what) {
  return { passed: 0, failed: 1, skipped: 0, failures: [`  ${what}`] };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function add(tallies) {
  const sum = (name) => tallies.reduce((total, tally) => total + tally[name], 0);
  const failures = tallies.flatMap((tally) => tally.failures);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), failures };
}

/** How a test run ends; its last line has always the same shape. @param {Tally} tally */
export function describe({ passed, failed, skipped, failures }) {
  const lines = failures.length === 0 ? [] : ['Failed:', ...failures, ''];
  if (skipped > 0) lines.push(`${skipped} skipped, for what this machine lacks`);
  return [...lines, `${passed} passed, ${failed} failed`].join('\n');
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] } | null} report of Vitest's json reporter
 * @param {boolean} succeeded what the exit code said
 * @returns {Tally}
 */
export function tallyVitest(report, succeeded) {
  if (report === null) return didNot('the tests of Vitest ended without a report');
  // A file that cannot be loaded has no tests to count.
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + unloaded.length;
  return notHiding(succeeded, {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: failuresOfVitest(report),
  });
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report of
 * Playwright's json reporter
 * @param {boolean} succeeded what the exit code said
 * @returns {Tally}
 */
export function tallyPlaywright(report, succeeded) {
  if (report === null) return didNot('the browser tests ended without a report');
  const { expected, unexpected, flaky, skipped } = report.stats;
  return notHiding(succeeded, {
    passed: expected,
    failed: unexpected + flaky,
    skipped,
    failures: failuresOfPlaywright(report),
  });
}

/** An error outside of any test must not look like success. */
function notHiding(succeeded, tally) {
  if (succeeded || tally.failed > 0) return tally;
  const failures = tally.failures.length > 0 ? tally.failures : ['  an error outside of any test: see above'];
  return { ...tally, failed: 1, failures };
}
