import { expect, test } from 'vitest';
import { isInstalled, npm } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-other-system': { version: '1.0.0', optional: true },
  },
};

function installed(packages) {
  return { packages };
}

test.each([
  ['nothing is installed', null, false],
  ['a package is missing', installed({}), false],
  [
    'a package has another version',
    installed({ 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }),
    false,
  ],
  ['a package has other content', installed({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }), false],
  [
    'all but those for other systems are there',
    installed({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }),
    true,
  ],
])('when %s', (_, present, expected) => {
  expect(isInstalled(wanted, present)).toBe(expected);
});

test('the npm that started us is used, and no other package manager', () => {
  expect(npm('/usr/lib/npm/bin/npm-cli.js')).toEqual({
    command: process.execPath,
    prefix: ['/usr/lib/npm/bin/npm-cli.js'],
  });
  expect(npm('/usr/lib/pnpm/bin/pnpm.cjs').prefix).toEqual([]);
  expect(npm(undefined).prefix).toEqual([]);
});
