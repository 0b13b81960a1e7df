import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { LINES, leavesOf, PACKED_LINES, tarOf, walked, zipOf } from './archive-fixtures';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

test('paths: archives inside are folders, compressed files lose their suffix, twins get a number', async () => {
  const inner = await tarOf(['logs/x.log', 'x\n'], ['logs/y.log.gz', gzipSync('y\n')]);
  const content = gzipSync(
    await tarOf(
      ['a/inner.tar.gz', gzipSync(inner)],
      ['a/in.zip', zipOf({ name: 'z.log.xz', content: Buffer.from(PACKED_LINES.xz, 'base64') })],
      ['a/twin.log', '1'],
      ['a/twin.log.gz', gzipSync('2')],
      ['a/twin.log', '3'],
      ['a/not-named-so', gzipSync('4')],
    ),
  );
  const { leaves, error } = await walked('bundle.tar.gz', content);
  expect(error).toBeNull();
  expect(leaves.map(({ path, text }) => [path, text])).toEqual([
    ['a/inner.tar.gz/logs/x.log', 'x\n'],
    ['a/inner.tar.gz/logs/y.log', 'y\n'],
    ['a/in.zip/z.log', LINES],
    ['a/twin.log', '1'],
    ['a/twin.log (2)', '2'],
    ['a/twin.log (3)', '3'],
    ['a/not-named-so', '4'],
  ]);
});

test('archives are opened four deep and named beyond', async () => {
  let content = await tarOf(['deep.log', 'deep\n']);
  for (const name of ['four.zip', 'three.tar', 'two.tar']) {
    const next = await tarOf(
      [name, name === 'four.zip' ? zipOf({ name: 'five.tar', content }) : content],
      ['a.log', 'a\n'],
    );
    content = name === 'two.tar' ? gzipSync(next) : next;
  }
  const { leaves, error } = await walked('one.tgz', content);
  expect(error).toBeNull();
  expect(leaves.map(({ path, skipped }) => [path, skipped])).toEqual([
    ['two.tar/three.tar/four.zip/five.tar', 'archive nested deeper than 4'],
    ['two.tar/three.tar/a.log', null],
    ['two.tar/a.log', null],
    ['a.log', null],
  ]);
});

test('a bomb ends at the ratio: the file says so and the walk ends', async () => {
  const content = gzipSync(Buffer.alloc(40 * 1024 * 1024));
  const { leaves, error } = await walked('x.log.gz', content);
  expect(leaves).toMatchObject([{ path: 'x.log', damaged: expect.stringContaining('150 times its size') }]);
  expect(leaves[0]?.text.length).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect(error).toMatchObject({ name: 'LimitError', path: 'x.log.gz' });
});

test('the limits hold for all archives of a source together', async () => {
  const half = gzipSync('x'.repeat(60_000));
  const content = await tarOf(['a.gz', half], ['b.gz', half], ['c', 'c']);
  const bytes = await walked('x.tar', content, { limits: { bytes: 100_000 } });
  expect(bytes.leaves.map(({ path, damaged }) => [path, damaged !== null])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect(bytes.error).toMatchObject({ name: 'LimitError' });
  const entries = await walked('x.tar', content, { limits: { entries: 3 } });
  expect(entries.leaves.map(({ path }) => path)).toEqual(['a']);
  expect(entries.error).toMatchObject({ name: 'LimitError', message: expect.stringContaining('more than 3 files') });
});

test('a damaged archive inside does not end the archive around it', async () => {
  const inner = await tarOf(['a.log', 'a\n'], ['b.log', 'b\n']);
  const content = await tarOf(
    ['cut-between.tar', inner.subarray(0, 1100)],
    ['cut-inside.tar.gz', gzipSync(inner.subarray(0, 1025 + 512))],
    ['cut.log.gz', gzipSync(LINES).subarray(0, 25)],
    ['z.log', 'z\n'],
  );
  const { leaves, error } = await walked('x.tar', content);
  expect(error).toBeNull();
  expect(leaves.map(({ path, skipped, damaged }) => [path, skipped !== null, damaged !== null])).toEqual([
    ['cut-between.tar/a.log', false, false],
    ['cut-between.tar', true, false],
    ['cut-inside.tar.gz/a.log', false, false],
    ['cut-inside.tar.gz/b.log', false, true],
    ['cut.log', false, true],
    ['z.log', false, false],
  ]);
});

test('an outer archive cut inside an inner one tells it once and keeps what came before', async () => {
  const inner = zipOf({ name: 'big.log', content: Buffer.from('x'.repeat(5000)), method: 0 });
  const content = await tarOf(['a.log', 'a\n'], ['in.zip', inner]);
  const { leaves, error } = await walked('x.tar', content.subarray(0, 4000));
  expect(error).toBeNull();
  expect(leaves).toMatchObject([{ text: 'a\n' }, { path: 'in.zip', skipped: expect.any(String) }]);
});

test('progress grows to the size of the upload', async () => {
  for (const content of [gzipSync(await tarOf(['a', LINES])), zipOf({ name: 'a', content: LINES })]) {
    const told: number[] = [];
    await walked('x', content, { onPacked: (bytes) => told.push(bytes) });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(content.length);
  }
});

test('aborting ends the walk with the reason, between files and within one', async () => {
  const abort = new AbortController();
  const reason = new Error('the person left');
  const content = gzipSync(await tarOf(['a', 'a'], ['b', 'b']));
  const seen: string[] = [];
  const walking = (async () => {
    for await (const leaf of leavesOf('x', content, { signal: abort.signal })) {
      seen.push(leaf.path);
      abort.abort(reason);
    }
  })();
  await expect(walking).rejects.toBe(reason);
  expect(seen).toEqual(['a']);
});

test('leaving the walk leaves no scratch file behind', async () => {
  const content = await tarOf(['in.zip', zipOf({ name: 'a', content: LINES }, { name: 'b', content: LINES })]);
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('archives-')).length;
  for await (const leaf of leavesOf('x.tar', content)) {
    for await (const _bytes of leaf.bytes()) break;
    break;
  }
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith('archives-')).length;
  expect(after).toBeLessThanOrEqual(before);
});
