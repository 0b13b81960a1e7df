import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuildInput } from './build.mjs';
import { fingerprint } from './stale.mjs';

let root;
const now = () => fingerprint(root, ['app', 'package.json', 'missing'], isBuildInput);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trackway-stale-'));
  mkdirSync(join(root, 'app', 'inner'), { recursive: true });
  writeFileSync(join(root, 'app', 'inner', 'page.tsx'), 'one');
  writeFileSync(join(root, 'package.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['a changed file', () => writeFileSync(join(root, 'app', 'inner', 'page.tsx'), 'two')],
  ['a new file', () => writeFileSync(join(root, 'app', 'new.ts'), '')],
  ['a removed file', () => rmSync(join(root, 'package.json'))],
])('%s makes a build stale', (_, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});

test.each([
  ['a checkout that sets times anew', () => utimesSync(join(root, 'package.json'), 0, 0)],
  ['a changed test', () => writeFileSync(join(root, 'app', 'page.test.tsx'), 'new')],
  ['a file elsewhere', () => writeFileSync(join(root, 'README.md'), 'new')],
])('%s does not', (_, change) => {
  const before = now();
  change();
  expect(now()).toBe(before);
});
