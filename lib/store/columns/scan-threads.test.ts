import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCodes, type ScanInput } from '@/lib/columns';
import { ScanThreads } from './scan-threads';

const folder = mkdtempSync(join(tmpdir(), 'trackway-threads-'));
const script = join(folder, 'scan-thread.mjs');
const ROWS = 300_000;

beforeAll(() =>
  build({
    entryPoints: [resolve('lib/store/columns/scan-thread.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': resolve('.') },
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

/** Every third event of a large segment. */
function input(): ScanInput<'selectRows'> {
  const codes = makeCodes(ROWS, 3);
  for (let row = 0; row < ROWS; row += 1) codes[row] = 1 + (row % 3);
  return { rows: ROWS, test: { kind: 'codes', codes, accepts: Uint8Array.of(0, 1, 0, 0) } };
}

test('threads find what is found here', async () => {
  const inputs = Array.from({ length: 9 }, input);
  const here = await new ScanThreads(null).run('selectRows', inputs);
  const there = await new ScanThreads(script, 2).run('selectRows', inputs);
  expect(there.map(({ count }) => count)).toEqual(here.map(({ count }) => count));
  expect(there.map(({ bits }) => Buffer.from(bits.buffer).toString('base64'))).toEqual(
    here.map(({ bits }) => Buffer.from(bits.buffer).toString('base64')),
  );
});

test('threads that were started before anybody asks do the same', async () => {
  const threads = new ScanThreads(script, 2);
  threads.warm();
  const counts = (await threads.run('selectRows', Array.from({ length: 9 }, input))).map(({ count }) => count);
  expect(counts).toEqual(Array(9).fill(ROWS / 3));
});

test('an error in a thread is an error here, and the thread goes on', async () => {
  const threads = new ScanThreads(script, 1);
  const broken: ScanInput<'selectRows'> = JSON.parse(`{"rows":${ROWS},"test":{"kind":"codes"}}`);
  await expect(threads.run('selectRows', [input(), broken])).rejects.toThrow('scanning columns failed');
  const [selected] = await threads.run('selectRows', [input()]);
  expect(selected?.count).toBe(ROWS / 3);
});

test('what is cancelled before its turn never runs', async () => {
  const threads = new ScanThreads(script, 1);
  const stop = new AbortController();
  const running = threads.run('selectRows', Array.from({ length: 30 }, input), stop.signal);
  stop.abort();
  await expect(running).rejects.toThrow('cancelled');
  const [selected] = await threads.run('selectRows', [input()]);
  expect(selected?.count).toBe(ROWS / 3);
});
