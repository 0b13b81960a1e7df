import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { report } from '../plain-error.mjs';
import { BUILD } from '../project.mjs';
import { run } from '../run.mjs';
import { bin } from '../start/build.mjs';
import { findBrowser } from './browser.mjs';
import { startInstance } from './instance.mjs';
import { add, didNot, tallyPlaywright, tallyVitest } from './tally.mjs';

const NODE = process.execPath;
/** Each needs a browser, an instance and a PostgreSQL: about a gigabyte. */
const BROWSER_PARTS = 2;
const REPORTS = join(BUILD, 'reports');

/** @param {'unit' | 'db' | 'start'} project @returns {Promise<import('./tally.mjs').Tally>} */
export async function runVitest(project) {
  const file = reportFile(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = [bin('vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters];
  const succeeded = await works(args, {});
  return tallyVitest(readReport(file), succeeded);
}

/**
 * The browser tests, in as many parts as this machine can run beside each other. The tests of a part share an instance, which
 * begins empty.
 * @param {(message: string) => void} say
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runPlaywright(say) {
  const browser = await findBrowser(say);
  const count = Math.min(BROWSER_PARTS, availableParallelism());
  const parts = Array.from({ length: count }, (_none, index) => runBrowserPart(browser, { part: index + 1, count }));
  return add(await Promise.all(parts));
}

async function runBrowserPart(browser, { part, count }) {
  try {
    const file = reportFile(`playwright-${part}`);
    const instance = await startInstance();
    try {
      const shard = [`--shard=${part}/${count}`, `--output=${join('test-results', String(part))}`];
      const args = [
        bin('@playwright/test', 'cli.js'),
        'test',
        '--pass-with-no-tests',
        '--reporter=list,json',
        ...shard,
      ];
      const env = { TRACKWAY_URL: instance.address, TRACKWAY_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
      const succeeded = await works(args, env);
      return tallyPlaywright(readReport(file), succeeded);
    } finally {
      await instance.stop();
      instance.remove();
    }
  } catch (error) {
    // The other part goes on.
    report(error);
    return didNot(`browser tests, part ${part} of ${count}`);
  }
}

async function works(args, env) {
  try {
    await run(NODE, args, { env, show: true });
    return true;
  } catch {
    return false;
  }
}

function reportFile(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
