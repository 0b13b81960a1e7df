import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  LINES,
  leavesOf,
  PACKED_LINES,
  PACKED_ZEROS,
  tarOf,
  walked,
  ZIP64_STREAM,
  ZIPPED_BY_METHOD,
  zipOf,
} from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const UNIX = 3 << 8;

test('names are labels: those that want to leave, of Windows, of old code pages', async () => {
  const { leaves, error } = await walked(
    'x.zip',
    zipOf(
      { name: '../../evil.log', content: 'x' },
      { name: 'C:\\logs\\app.log', content: 'x', madeBy: 20 },
      { name: 'back\\slash.log', content: 'x', madeBy: UNIX },
      { name: Buffer.from([0x81, 0x2e, 0x6c, 0x6f, 0x67]), content: 'x', flags: 0 },
      { name: 'übung.log', content: 'x', flags: 0 },
      { name: 'folder/', content: '' },
    ),
  );
  expect(error).toBeNull();
  expect(leaves.map(({ path }) => path)).toEqual([
    '../../evil.log',
    'C:/logs/app.log',
    'back\\slash.log',
    'ü.log',
    'übung.log',
  ]);
});

test('stored and deflated members are read with their time', async () => {
  const content = zipOf(
    { name: 'a', content: 'a'.repeat(300_000), method: 0 },
    { name: 'b', content: 'b'.repeat(300_000) },
  );
  const { leaves } = await walked('x.zip', content);
  expect(leaves.map(({ text, damaged }) => [text.length, text[0], damaged])).toEqual([
    [300_000, 'a', null],
    [300_000, 'b', null],
  ]);
  for await (const leaf of leavesOf('x.zip', content)) expect(leaf.modified).toBe(Date.UTC(2024, 4, 6, 12) * 1000);
});

test('members of rarer methods are read among the others', async () => {
  const packed = (text: string) => Buffer.from(text, 'base64');
  const { leaves, error } = await walked(
    'x.zip',
    zipOf(
      { name: 'a.log', content: 'a\n' },
      { name: 'bzip2.log', content: LINES, method: 12, packed: packed(PACKED_LINES.bzip2) },
      { name: 'zstd.log', content: LINES, method: 93, packed: packed(PACKED_LINES.zstd) },
      { name: 'xz.log', content: LINES, method: 95, packed: packed(PACKED_LINES.xz) },
      { name: 'cut.log', content: LINES, method: 93, packed: packed(PACKED_LINES.zstd).subarray(0, 20) },
      { name: 'long.log', content: LINES, method: 12, packed: packed(PACKED_LINES.bzip2), size: 5 },
      { name: 'wrong.log', content: LINES, method: 12, packed: packed(PACKED_LINES.bzip2), checksum: 5 },
      { name: 'z.log', content: 'z\n' },
    ),
  );
  expect(error).toBeNull();
  expect(leaves.map(({ path, text, damaged }) => [path, damaged === null ? text : 'damaged'])).toEqual([
    ['a.log', 'a\n'],
    ['bzip2.log', LINES],
    ['zstd.log', LINES],
    ['xz.log', LINES],
    ['cut.log', 'damaged'],
    ['long.log', 'damaged'],
    ['wrong.log', 'damaged'],
    ['z.log', 'z\n'],
  ]);
});

test.each(Object.entries(ZIPPED_BY_METHOD))('%s inside zip is read', async (_method, zipped) => {
  const { leaves, error } = await walked('x.zip', Buffer.from(zipped, 'base64'));
  expect(error).toBeNull();
  expect(leaves).toEqual([{ path: 'logs/app.log', text: LINES.repeat(10), skipped: null, damaged: null }]);
});

test('zip64 with its sizes behind the data is read', async () => {
  const { leaves, error } = await walked('x.zip', Buffer.from(ZIP64_STREAM, 'base64'));
  expect(error).toBeNull();
  expect(leaves).toEqual([{ path: 'logs/app.log', text: LINES, skipped: null, damaged: null }]);
});

test('a bomb in a rarer method is measured as well', async () => {
  const content = zipOf({
    name: 'bomb.log',
    content: Buffer.alloc(400_000),
    method: 12,
    packed: Buffer.from(PACKED_ZEROS, 'base64'),
  });
  const { leaves } = await walked('x.zip', content, { limits: { memberRatioAfter: 100_000 } });
  expect(leaves).toMatchObject([{ path: 'bomb.log', damaged: expect.stringContaining('150 times its size') }]);
});

test('an empty zip has no files', async () => {
  expect(await walked('x.zip', zipOf())).toEqual({ leaves: [], error: null });
});

test('members that cannot be read are named with the reason', async () => {
  const { leaves } = await walked(
    'x.zip',
    zipOf(
      { name: 'secret', content: 'x', flags: 0x801 },
      { name: 'older', content: 'x', method: 6 },
      { name: 'odd', content: 'x', method: 77 },
      { name: 'link', content: 'etc', madeBy: UNIX, attributes: (0o120777 << 16) >>> 0 },
      { name: 'ok', content: 'ok' },
    ),
  );
  expect(leaves.map(({ path, skipped, text }) => [path, skipped ?? text])).toEqual([
    ['secret', 'encrypted: unpack it with its password first'],
    ['older', 'compressed with method 6, which is not read inside zip: unpack it first'],
    ['odd', 'compressed with method 77, which is not read inside zip: unpack it first'],
    ['link', 'symbolic link to etc'],
    ['ok', 'ok'],
  ]);
});

test('members that share bytes are refused', async () => {
  const content = zipOf({ name: 'a', content: 'x'.repeat(1000) }, { name: 'b', content: 'x'.repeat(1000), shares: 0 });
  const { leaves, error } = await walked('x.zip', content);
  expect(leaves).toEqual([]);
  expect(error).toMatchObject({ name: 'ArchiveError', path: 'x.zip', message: expect.stringContaining('overlap') });
});

test('a member that is not what the zip tells is damaged, the others are read', async () => {
  const { leaves, error } = await walked(
    'x.zip',
    zipOf(
      { name: 'long', content: 'x'.repeat(1000), size: 10 },
      { name: 'short', content: 'x', size: 10 },
      { name: 'checksum', content: 'x', checksum: 1 },
      { name: 'ok', content: 'ok' },
    ),
  );
  expect(error).toBeNull();
  expect(leaves.map(({ path, damaged }) => [path, damaged])).toEqual([
    ['long', 'the member is larger than the zip tells'],
    ['short', 'the member is cut short; what came before was read'],
    ['checksum', 'the checksum does not fit the data; the zip was damaged'],
    ['ok', null],
  ]);
});

test('a zip cut short is an error that names it; inside another archive it is passed over', async () => {
  const cut = zipOf({ name: 'a.log', content: 'x'.repeat(1000) }).subarray(0, 60);
  expect(await walked('x.zip', cut)).toMatchObject({
    leaves: [],
    error: { name: 'ArchiveError', path: 'x.zip', message: expect.stringContaining('directory at the end is missing') },
  });
  const { leaves, error } = await walked('x.tar', await tarOf(['in.zip', cut], ['z.log', 'z\n']));
  expect(error).toBeNull();
  expect(leaves).toMatchObject([
    { path: 'in.zip', skipped: expect.stringContaining('directory at the end is missing') },
    { path: 'z.log', text: 'z\n' },
  ]);
});

test('a zip with bytes changed anywhere is read or refused, never more', async () => {
  const whole = zipOf({ name: 'a.log', content: 'a line\n'.repeat(50) }, { name: 'b.log', content: 'b\n', method: 0 });
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const content = Buffer.from(whole);
      content[at] = byte;
      const { error } = await walked('x.zip', content);
      if (error !== null) expect(error).toMatchObject({ name: 'ArchiveError' });
    }),
    { numRuns: 60 },
  );
});
