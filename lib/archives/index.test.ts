import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { ARCHIVES, archiveOf } from './index';
import { LINES, PACKED_LINES, tarOf, walked, zipOf } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** One upload of every kind: its name, its bytes, and the path under which `LINES` must be found. */
const UPLOADS: Readonly<Record<string, () => Promise<readonly [name: string, content: Buffer, path: string]>>> = {
  gzip: async () => ['app.log.gz', gzipSync(LINES), 'app.log'],
  xz: async () => ['app.log.xz', Buffer.from(PACKED_LINES.xz, 'base64'), 'app.log'],
  bzip2: async () => ['app.log.bz2', Buffer.from(PACKED_LINES.bzip2, 'base64'), 'app.log'],
  zstd: async () => ['app.log.zst', Buffer.from(PACKED_LINES.zstd, 'base64'), 'app.log'],
  tar: async () => ['logs.tar', await tarOf(['logs/app.log', LINES]), 'logs/app.log'],
  zip: async () => ['logs.zip', zipOf({ name: 'logs/app.log', content: LINES }), 'logs/app.log'],
};

test('every kind of archive in the registry is tried here', () => {
  expect(Object.keys(UPLOADS).sort()).toEqual(ARCHIVES.map(({ name }) => name).sort());
});

test.each(Object.entries(UPLOADS))('%s is recognised by its bytes and read', async (kind, upload) => {
  const [name, content, path] = await upload();
  expect(archiveOf(content.subarray(0, 600))?.name).toBe(kind);
  expect(await walked(name, content)).toEqual({
    leaves: [{ path, text: LINES, skipped: null, damaged: null }],
    error: null,
  });
});

test.each(Object.entries(UPLOADS))('%s is read inside a tar as well', async (kind, upload) => {
  const [name, content, path] = await upload();
  const folder = ['tar', 'zip'].includes(kind) ? `in/${name}/` : 'in/';
  const { leaves, error } = await walked('outer.tar', await tarOf([`in/${name}`, content], ['z.log', 'z\n']));
  expect(error).toBeNull();
  expect(leaves.map((leaf) => [leaf.path, leaf.text])).toEqual([
    [folder + path, LINES],
    ['z.log', 'z\n'],
  ]);
});

test.each(['', 'plain text\n', '\0'.repeat(2048), 'BZh91 is how a bzip2 file begins\n', 'PK is short for packed\n'])(
  'text is no archive (%#)',
  async (text) => {
    expect(archiveOf(Buffer.from(text))).toBeNull();
    const { leaves } = await walked('a b.log', Buffer.from(text));
    expect(leaves).toEqual([{ path: 'a b.log', text, skipped: null, damaged: null }]);
  },
);

test('an archive of a kind that is not read is named, not taken for a log', async () => {
  const { leaves } = await walked('logs.7z', Buffer.from('377abcaf271c0004', 'hex'));
  expect(leaves[0]?.skipped).toBe('7z archive: not supported, unpack it first');
});
