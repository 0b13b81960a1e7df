import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { candidates, chooseBrowser, waysToInstall } from './browser.mjs';

const own = '/cache/chrome';
const path = ['/usr/local/bin', '/usr/bin'].join(delimiter);

test.each([
  ["Playwright's own comes first", [own, '/usr/bin/chromium'], own],
  ['then a Chromium on the path', ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
  ['then another of its family', ['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
  ['or there is none', [], null],
])('%s', (_, present, expected) => {
  expect(chooseBrowser(candidates(own, path, 'linux'), (file) => present.includes(file))).toBe(expected);
});

test('an empty part of the path is not the current folder', () => {
  expect(candidates(own, delimiter, 'linux')).toEqual([own]);
});

test('on a Mac it looks among the applications', () => {
  expect(candidates(own, '', 'darwin')).toContain(join('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'));
});

test('only root on Linux tries to install packages of the system', () => {
  const names = (platform, uid) => waysToInstall(platform, uid).map(({ name }) => name);
  expect(names('linux', 1000)).toEqual(['Playwright']);
  expect(names('darwin', 501)).toEqual(['Playwright']);
  expect(names('linux', 0)).toEqual(['Playwright', 'apt-get', 'apt-get, with new lists']);
});
