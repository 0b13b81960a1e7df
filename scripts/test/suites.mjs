import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD } from '../project.mjs';
import { run } from '../run.mjs';
import { bin } from '../start/build.mjs';
import { findBrowser } from './browser.mjs';
import { startInstance } from './instance.mjs';
import { tallyPlaywright, tallyVitest } from './tally.mjs';

const NODE = process.execPath;
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
 * The browser tests, on an instance of their own with an empty data folder.
 * @param {(message: string) => void} say
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runPlaywright(say) {
  const file = reportFile('playwright');
  const browser = await findBrowser(say);
  const instance = await startInstance();
  try {
    const args = [bin('@playwright/test', 'cli.js'), 'test', '--pass-with-no-tests', '--reporter=list,json'];
    const env = { TRACKWAY_URL: instance.address, TRACKWAY_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const succeeded = await works(args, env);
    return tallyPlaywright(readReport(file), succeeded);
  } finally {
    await instance.stop();
    instance.remove();
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
