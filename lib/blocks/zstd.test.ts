import * as zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { findZstd, zstdOfNode, zstdOfPackage } from './zstd';

/** What Node 22.15 adds to `node:zlib`, with brotli behind the names. */
const NEWER = {
  zstdCompress: (raw: Buffer, _options: unknown, done: zlib.CompressCallback) => zlib.brotliCompress(raw, done),
  zstdDecompress: (data: Buffer, done: zlib.CompressCallback) => zlib.brotliDecompress(data, done),
  zstdDecompressSync: (data: Buffer) => zlib.brotliDecompressSync(data),
};

const RAW = Buffer.from('one line of a log and another line of a log\n'.repeat(30));

test.each([
  ['its own names', zstdOfNode(NEWER)],
  ['an optional package', await zstdOfPackage()],
  ['whatever this runtime has', await findZstd()],
])('zstd by %s gives back what it was given', async (_whose, zstd) => {
  // Where the package was not built for this machine there is nothing to test.
  if (zstd === null) return;
  const packed = await zstd.compress(RAW);
  expect(packed.length).toBeLessThan(RAW.length / 5);
  expect(await zstd.decompress(packed)).toEqual(RAW);
  expect(zstd.decompressSync(packed, RAW.length)).toEqual(RAW);
});

test('a runtime that lacks a part of it has none', () => {
  expect(zstdOfNode({ ...NEWER, zstdDecompressSync: undefined })).toBeNull();
  expect(zstdOfNode({})).toBeNull();
  expect(zstdOfNode(NEWER)).not.toBeNull();
});

test('the own one of a runtime is taken before that of the package', async () => {
  const own = zstdOfNode(zlib);
  const found = await findZstd();
  if (own !== null) expect(found?.compress.toString()).toBe(own.compress.toString());
  else expect(found === null).toBe((await zstdOfPackage()) === null);
});
