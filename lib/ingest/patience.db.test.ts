import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { afterAll, expect, test } from 'vitest';
import { closeStore } from '@/lib/store';
import { GIVEN_UP } from './patience';
import { filesOf, rawOf, readUpload } from './test-reading';

afterAll(closeStore);

const NAMES = ['before.log', 'deadly.log', 'after.log'];

test('a file at which the reader dies again and again costs itself only', async () => {
  const id = await readUpload('bundle.tar', await bundle(), { crashAfterCommits: 1, failedAttempts: [1, 4] });
  const files = await filesOf(id);
  expect(files.map(({ path, state, lines, error }) => [path, state, lines, error])).toEqual([
    ['after.log', 'ready', 1, null],
    ['before.log', 'ready', 1, null],
    ['deadly.log', 'failed', 0, GIVEN_UP],
  ]);
  expect((await rawOf(files[0]?.id ?? 0)).toString()).toBe(textOf('after.log'));
});

test('a file at which the reader died once is read again', async () => {
  const id = await readUpload('bundle.tar', await bundle(), { crashAfterCommits: 1, failedAttempts: [1, 1] });
  const files = await filesOf(id);
  expect(files.map(({ state, lines }) => [state, lines])).toEqual(NAMES.map(() => ['ready', 1]));
});

function textOf(name: string): string {
  return `2025-03-21T14:51:46.5Z stdout F the only line of ${name}\n`;
}

async function bundle(): Promise<Buffer> {
  const tar = pack();
  for (const name of NAMES) tar.entry({ name }, textOf(name));
  tar.finalize();
  return buffer(tar);
}
