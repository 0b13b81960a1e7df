import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { ARCHIVES, archiveOf } from './index';
import { LINES, PACKED_7Z, PACKED_LINES, tarOf, walked, zipOf } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** One upload of every kind: its name, its bytes, and the path under which `LINES` must be found. */
const UPLOADS: Readonly<Record<string, () => Promise<readonly [name: string, content: Buffer, path: string]>>> = {
  gzip: async () => ['app.log.gz', gzipSync(LINES), 'app.log'],
  xz: async () => ['app.log.xz', Buffer.from(PACKED_LINES.xz, 'base64'), 'app.log'],
  bzip2: async () => ['app.log.bz2', Buffer.from(PACKED_LINES.bzip2, 'base64'), 'app.log'],
  zstd: async () => ['app.log.zst', Buffer.from(PACKED_LINES.zstd, 'base64'), 'app.log'],
  lzma: async () => ['app.log.lzma', Buffer.from(PACKED_LINES.lzma, 'base64'), 'app.log'],
  '7z': async () => ['logs.7z', Buffer.from(PACKED_7Z, 'base64'), 'logs/app.log'],
  tar: async () => ['logs.tar', await tarOf(['logs/app.log', LINES]), 'logs/app.log'],
  zip: async () => ['logs.zip', zipOf({ name: 'logs/app.log', content: LINES }), 'logs/app.log'],
};

test('every kind of archive in the registry is tried here', () => {
  expect(Object.keys(UPLOADS).sort()).toEqual(ARCHIVES.map(({ name }) => name).sort());
});

test.each(Object.entries(UPLOADS))('%s is recognised by its bytes and read', async (kind, upload) => {
  const [name, content, path] = await upload();
  expect(archiveOf(content.subarray(0, 600))?.name).toBe(kind);
  const { leaves, error } = await walked(name, content);
  expect(error).toBeNull();
  expect(leaves).toContainEqual({ path, text: LINES, skipped: null, damaged: null });
});

test.each(Object.entries(UPLOADS))('%s is read inside a tar as well', async (kind, upload) => {
  const [name, content, path] = await upload();
  const folder = ['tar', 'zip', '7z'].includes(kind) ? `in/${name}/` : 'in/';
  const { leaves, error } = await walked('outer.tar', await tarOf([`in/${name}`, content], ['z.log', 'z\n']));
  expect(error).toBeNull();
  expect(leaves.map((leaf) => [leaf.path, leaf.text])).toContainEqual([folder + path, LINES]);
  expect(leaves.at(-1)).toMatchObject({ path: 'z.log', text: 'z\n' });
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
  const { leaves } = await walked('logs.rar', Buffer.from('526172211a070100', 'hex'));
  expect(leaves[0]?.skipped).toBe(
    'RAR archives are not read: unpack it, and upload what was in it as a folder, a zip or a tar',
  );
});
