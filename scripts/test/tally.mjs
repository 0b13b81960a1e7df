/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** One thing that either worked or did not. @returns {Tally} */
export function one(worked) {
  return { passed: worked ? 1 : 0, failed: worked ? 0 : 1, skipped: 0 };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function add(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const name of Object.keys(sum)) sum[name] += tally[name];
  return sum;
}

/** How a test run ends; its last line has always the same shape. @param {Tally} tally */
export function describe({ passed, failed, skipped }) {
  const sum = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? sum : `${skipped} skipped, for what this machine lacks\n${sum}`;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] } | null} report of Vitest's json reporter
 * @param {boolean} succeeded what the exit code said
 * @returns {Tally}
 */
export function tallyVitest(report, succeeded) {
  if (report === null) return one(false);
  // A file that cannot be loaded has no tests to count.
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + unloaded.length;
  return notHiding(succeeded, {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  });
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report of
 * Playwright's json reporter
 * @param {boolean} succeeded what the exit code said
 * @returns {Tally}
 */
export function tallyPlaywright(report, succeeded) {
  if (report === null) return one(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return notHiding(succeeded, { passed: expected, failed: unexpected + flaky, skipped });
}

/** An error outside of any test must not look like success. */
function notHiding(succeeded, tally) {
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
