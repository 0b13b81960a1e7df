import { run } from '../run.mjs';
import { bin, build } from '../start/build.mjs';

const NODE = process.execPath;
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };

const CHECKS = [
  ['format and lint', bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.'],
  ['types', bin('typescript', 'bin/tsc'), '--noEmit'],
  [
    'import rules',
    bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    'app',
    'components',
    'lib',
    'scripts',
    'e2e',
  ],
  ['dead code', bin('knip', 'bin/knip.js')],
];

/**
 * Everything that can be said about the sources without running them.
 * @param {(message: string) => void} say
 * @returns {Promise<import('../test/tally.mjs').Tally>} each check counts as one
 */
export async function runChecks(say) {
  // The types of the database client and of the routes are made from the schema and the folders.
  await build(['client']);
  await run(NODE, [bin('next', 'dist/bin/next'), 'typegen'], { env: QUIET });
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const runs = CHECKS.map(([name, program, ...args]) => ({
    name,
    ended: outcome(run(NODE, [program, ...args], { env: QUIET })),
  }));
  for (const { name, ended } of runs) {
    const error = await ended;
    if (!error) {
      sum.passed++;
      say(`✓ ${name}`);
    } else {
      sum.failed++;
      sum.failures.push(`  ${name}: see above`);
      say(`✗ ${name}\n${error.message}`);
    }
  }
  return sum;
}

/** The error of a promise, or null; never a rejection, which would go unhandled while its turn is not yet. */
function outcome(promise) {
  return promise.then(
    () => null,
    (error) => error,
  );
}
