import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startOf } from '../processes.mjs';
import { claim, claimInTurn } from './claim.mjs';

let folder;
let file;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trackway-claim-'));
  file = join(folder, 'inner', 'owner.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the second is told who was first, and gets its turn after the release', async () => {
  const first = await claim(file);
  expect((await claim(file)).owner).toMatchObject({ pid: process.pid, start: startOf(process.pid) });
  const waits = [];
  const turn = claimInTurn(file, (owner) => waits.push(owner.pid));
  setTimeout(first.release, 50);
  (await turn)();
  expect(waits).toEqual([process.pid]);
  expect(readdirSync(join(folder, 'inner'))).toEqual([]);
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, start: '1' }],
  ['an earlier process of the same id', { pid: process.pid, start: '1' }],
  ['nobody, being damaged', 'x'],
])('what was left by %s does not count', async (_, owner) => {
  (await claim(file)).release();
  writeFileSync(file, JSON.stringify(owner));
  expect(await claim(file)).toHaveProperty('release');
});

test('of several at once, one gets it', async () => {
  (await claim(file)).release();
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, start: '1' }));
  const results = await Promise.all(Array.from({ length: 5 }, () => claim(file)));
  expect(results.filter((result) => 'release' in result)).toHaveLength(1);
});
