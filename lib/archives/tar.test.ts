import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parsePax, parseTarHeader } from './tar-header';
import { leavesOf, SPARSE_TARS, tarOf, walked } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

test('links, devices and pipes are named with the reason why they have no bytes', async () => {
  const content = await tarOf(
    [{ name: 'a/', type: 'directory' }],
    [{ name: 'a/x.log' }, 'x\n'],
    [{ name: 'a/latest.log', type: 'symlink', linkname: '../../etc/passwd' }],
    [{ name: 'a/same.log', type: 'link', linkname: 'a/x.log' }],
    [{ name: 'dev/null', type: 'character-device' }],
    [{ name: 'dev/sda', type: 'block-device' }],
    [{ name: 'run/pipe', type: 'fifo' }],
    [{ name: 'z.log' }, 'z\n'],
  );
  const { leaves, error } = await walked('x.tar', content);
  expect(error).toBeNull();
  expect(leaves.map(({ path, skipped, text }) => [path, skipped ?? text])).toEqual([
    ['a/x.log', 'x\n'],
    ['a/latest.log', 'symbolic link to ../../etc/passwd'],
    ['a/same.log', 'hard link to a/x.log'],
    ['dev/null', 'device'],
    ['dev/sda', 'device'],
    ['run/pipe', 'named pipe'],
    ['z.log', 'z\n'],
  ]);
});

test('links are followed by name within the archive, never out of it', async () => {
  const content = await tarOf(
    [{ name: 'host/var/log/a.log', type: 'symlink', linkname: '../../b.log' }],
    [{ name: 'host/c.log', type: 'symlink', linkname: '/var/log/pods/d.log' }],
    [{ name: 'host/e.log', type: 'link', linkname: 'host/b.log' }],
    [{ name: 'f.log', type: 'symlink', linkname: '../../etc/passwd' }],
  );
  const links: (string | null)[] = [];
  for await (const leaf of leavesOf('x.tar', content)) links.push(leaf.link);
  expect(links).toEqual(['host/b.log', 'var/log/pods/d.log', 'host/b.log', null]);
  const inner: (string | null)[] = [];
  for await (const leaf of leavesOf('x.tar', await tarOf(['in.tar', content]))) inner.push(leaf.link);
  expect(inner[0]).toBe('in.tar/host/b.log');
});

test('long names, times and names that want to leave', async () => {
  const long = `${'folder/'.repeat(40)}日本.log`;
  const content = await tarOf(
    [{ name: long, mtime: new Date('2024-05-06T07:08:09Z') }, 'x'],
    ['../../etc/cron.d/x', 'x'],
    ['/absolute.log', 'x'],
    ['./here.log', 'x'],
    ['\u202egol.exe\u0007', 'x'],
    ['__proto__/constructor', 'x'],
  );
  const leaves: [string, number | null][] = [];
  for await (const { path, modified } of leavesOf('x.tar', content)) leaves.push([path, modified]);
  expect(leaves).toEqual([
    [long, Date.UTC(2024, 4, 6, 7, 8, 9) * 1000],
    ['../../etc/cron.d/x', null],
    ['absolute.log', null],
    ['here.log', null],
    ['\ufffdgol.exe\ufffd', null],
    ['__proto__/constructor', null],
  ]);
});

test('cut inside a file, the file ends early and says so; those before it are whole', async () => {
  const content = await tarOf(['a.log', 'a\n'], ['b.log', 'b'.repeat(5000)], ['c.log', 'c\n']);
  const { leaves, error } = await walked('x.tar', content.subarray(0, 3000));
  expect(error).toBeNull();
  expect(leaves).toMatchObject([
    { path: 'a.log', damaged: null },
    { path: 'b.log', damaged: expect.stringContaining('cut short'), text: 'b'.repeat(3000 - 1536) },
  ]);
});

test('cut between files, or damaged there, the walk ends with an error that names the archive', async () => {
  const content = await tarOf(['a.log', 'a\n'], ['b.log', 'b\n']);
  const cut = await walked('x.tar', content.subarray(0, 1100));
  expect(cut).toMatchObject({ leaves: [{ text: 'a\n' }], error: { name: 'ArchiveError', path: 'x.tar' } });
  content.write('damaged', 1024 + 140);
  const damaged = await walked('x.tgz', gzipSync(content));
  expect(damaged).toMatchObject({ leaves: [{ text: 'a\n' }], error: { name: 'ArchiveError', path: 'x.tgz' } });
});

test('archives behind each other are read, garbage behind the last is not', async () => {
  const content = Buffer.concat([await tarOf(['a.log', 'a\n']), await tarOf(['b.log', 'b\n']), Buffer.from('garbage')]);
  const { leaves, error } = await walked('x.tar', content);
  expect(error).toBeNull();
  expect(leaves.map(({ path }) => path)).toEqual(['a.log', 'b.log']);
});

test.each(Object.entries(SPARSE_TARS))('a sparse file comes with its holes: %s', async (_format, packed) => {
  const { leaves, error } = await walked('x.tgz', Buffer.from(packed, 'base64'));
  expect(error).toBeNull();
  const whole = Buffer.alloc(500_000);
  for (let line = 0; line < 6; line += 1) whole.write(`line ${line}\n`, line * 65_536);
  expect(leaves.map(({ path, skipped, damaged }) => [path, skipped ?? damaged])).toEqual([
    ['core.log', null],
    ['z.log', null],
  ]);
  expect(leaves[0]?.text === whole.toString()).toBe(true);
  expect(leaves[1]?.text).toBe('z\n');
});

test('a sparse file that unpacks to far more than it takes is a bomb of its own', async () => {
  const content = gunzipSync(Buffer.from(SPARSE_TARS.gnu, 'base64'));
  content.write('77777777777', 483);
  const { leaves, error } = await walked('x.tar', retyped(content, 'S'), { limits: { memberRatioAfter: 1_000_000 } });
  expect(error).toBeNull();
  expect(leaves).toMatchObject([
    { path: 'core.log', damaged: expect.stringContaining('times its size') },
    { path: 'z.log', text: 'z\n', damaged: null },
  ]);
});

test('a sparse file whose map makes no sense is refused for itself', async () => {
  for (const [format, from, to] of [
    ['gnu', '00000200000', '77777777777'],
    ['0.1', 'GNU.sparse.map=0,', 'GNU.sparse.map=x,'],
    ['1.0', '\n65536\n', '\n6553x\n'],
  ] as const) {
    const content = gunzipSync(Buffer.from(SPARSE_TARS[format], 'base64'));
    content.write(to, content.indexOf(from));
    const { leaves, error } = await walked('x.tar', format === 'gnu' ? retyped(content, 'S') : content);
    expect(error).toBeNull();
    expect(leaves).toMatchObject([
      { path: 'core.log', damaged: expect.stringMatching(/map/) },
      { path: 'z.log', text: 'z\n' },
    ]);
  }
});

test('files left early or not touched do not disturb the next', async () => {
  const content = gzipSync(
    await tarOf(['a.log', 'a'.repeat(900_000)], ['b.log', 'b'.repeat(900_000)], ['c.log', 'c\n']),
  );
  const seen: string[] = [];
  for await (const leaf of leavesOf('x.tgz', content)) {
    seen.push(leaf.path);
    if (leaf.path === 'a.log') continue;
    for await (const bytes of leaf.bytes()) {
      seen.push(String.fromCharCode(bytes[0] ?? 0));
      break;
    }
  }
  expect(seen).toEqual(['a.log', 'b.log', 'b', 'c.log', 'c']);
});

test('any bytes after a valid header are survived', async () => {
  const [valid, other] = [await tarOf(['a.log', 'a\n']), await tarOf(['b.log', 'b\n'])];
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.nat(511), async (noise, at) => {
      const header = Buffer.from(other.subarray(0, 1024));
      header.set(noise.subarray(0, 512 - at), at);
      const { leaves } = await walked('x.tar', Buffer.concat([valid.subarray(0, 1024), header, noise]));
      expect(leaves[0]).toMatchObject({ path: 'a.log', text: 'a\n' });
    }),
    { numRuns: 40 },
  );
});

test('extended headers that make no sense are read as far as they do', () => {
  expect(parsePax(Buffer.from('14 path=a.log\n20 mtime=1714982889.5\n'))).toEqual({ name: 'a.log' });
  expect(parsePax(Buffer.from('14 path=a.log\n22 mtime=1714982889.5\n'))).toEqual({
    name: 'a.log',
    modified: 1_714_982_889_500_000,
  });
  expect(parsePax(Buffer.from('-5 a=b\n'))).toEqual({});
  expect(parsePax(Buffer.from('99999999999999999999 a=b'))).toEqual({});
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void parsePax(bytes)));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 512 }), (bytes) => parseTarHeader(bytes) === null));
});

test('a GNU long name that was cut behind a slash is still a file', async () => {
  const long = `${'f'.repeat(99)}/app.log`;
  const name = retyped(await tarOf(['././@LongLink', `${long}\0`]), 'L').subarray(0, 1024);
  const member = retyped(await tarOf([{ name: `${'f'.repeat(98)}/` }, 'line\n']), '0');
  // The cut name: the first hundred bytes of the long one.
  member.write(long.slice(0, 100), 0, 'latin1');
  const leaves: [string, string][] = [];
  for await (const leaf of leavesOf('x.tar', Buffer.concat([name, retyped(member, '0')]))) {
    leaves.push([leaf.path, await text(leaf.bytes())]);
  }
  expect(leaves).toEqual([[long, 'line\n']]);
});

/** A tar archive whose first member is of another type, with a checksum that fits. */
function retyped(archive: Buffer, type: string): Buffer {
  archive.write(type, 156, 'latin1');
  archive.fill(0x20, 148, 156);
  const sum = archive.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return archive;
}
