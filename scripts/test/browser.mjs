import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { run } from '../run.mjs';
import { bin } from '../start/build.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * A browser for the tests: one that is there, else one that can be fetched.
 * @param {(message: string) => void} say
 * @returns {Promise<string>} its program
 */
export async function findBrowser(say) {
  const { chromium } = await import('@playwright/test');
  const look = () =>
    chooseBrowser(candidates(chromium.executablePath(), process.env.PATH ?? '', process.platform), runs);
  const present = look();
  if (present) return present;
  for (const { name, command, args } of waysToInstall(process.platform, process.getuid?.())) {
    say(`Installing a browser for the tests (${name})`);
    await run(command, args, { env: { DEBIAN_FRONTEND: 'noninteractive' } }).catch(() => {});
    const fetched = look();
    if (fetched) return fetched;
  }
  throw new PlainError(
    'there is no browser for the browser tests, and none could be fetched; ' +
      'install Chromium or Google Chrome, or run "npx playwright install --with-deps chromium" where the internet can be reached.',
  );
}

/**
 * Where a browser may be, the best first: Playwright's own is the one it was made for.
 * @param {string} own
 * @param {string} path the PATH variable
 * @param {string} platform
 */
export function candidates(own, path, platform) {
  const folders = path.split(delimiter).filter(Boolean);
  const onPath = platform === 'win32' ? [] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [own, ...onPath, ...(PLACES[platform] ?? [])];
}

/**
 * @param {string[]} paths
 * @param {(path: string) => boolean} works
 */
export function chooseBrowser(paths, works) {
  return paths.find(works) ?? null;
}

/**
 * Ways to fetch one, the least intrusive first.
 * @param {string} platform
 * @param {number | undefined} uid
 */
export function waysToInstall(platform, uid) {
  const playwright = {
    name: 'Playwright',
    command: process.execPath,
    args: [bin('@playwright/test', 'cli.js'), 'install', 'chromium'],
  };
  if (platform !== 'linux' || uid !== 0) return [playwright];
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  return [
    playwright,
    { name: 'apt-get', command: 'apt-get', args: install },
    // A fresh image has no lists of packages.
    {
      name: 'apt-get, with new lists',
      command: '/bin/sh',
      args: ['-c', `apt-get update && apt-get ${install.join(' ')}`],
    },
  ];
}

/** Being there is not enough: libraries that it needs may be missing. */
function runs(path) {
  if (!existsSync(path)) return false;
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  );
}
