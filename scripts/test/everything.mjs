import { runChecks } from '../check/checks.mjs';
import { report } from '../plain-error.mjs';
import { build } from '../start/build.mjs';
import { runPlaywright, runVitest } from './suites.mjs';
import { add, describe, didNot, worked } from './tally.mjs';

/**
 * Runs every suite, later ones also after a failure, so that the sum in the last line is whole.
 * Sets the exit code.
 */
export async function runEverything() {
  const say = (message) => console.log(message);
  const tallies = [];
  const suite = async (title, runSuite) => {
    say(`\n== ${title}`);
    try {
      tallies.push(await runSuite());
    } catch (error) {
      report(error);
      tallies.push(didNot(title));
    }
    return tallies.at(-1).failed === 0;
  };
  await suite('Checks', () => runChecks(say));
  await suite('Unit tests', () => runVitest('unit'));
  await suite('Database tests', () => runVitest('db'));
  const built = await suite('Build', async () => {
    await build(['client', 'reader', 'web'], { say });
    return worked();
  });
  if (built) {
    await suite('Start and stop', () => runVitest('start'));
    await suite('Browser tests', () => runPlaywright(say));
  } else {
    say('Without a build there is nothing to start: the tests of starting and in the browser were left out.');
  }
  const sum = add(tallies);
  process.exitCode = sum.failed > 0 ? 1 : 0;
  say(`\n${describe(sum)}`);
}
