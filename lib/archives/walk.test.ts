import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { LINES, leavesOf, PACKED_LINES, PACKED_ZEROS, tarOf, walked, zipOf } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const BOMB = expect.stringMatching(/^unpacks to more than 150 times its size, as a bomb would; reading of this file/);

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

test('only an upload that is no archive is a file by itself', async () => {
  const isUpload = async (content: Buffer) => {
    const told: boolean[] = [];
    for await (const leaf of leavesOf('x.log', content)) told.push(leaf.isUpload);
    return told;
  };
  expect(await isUpload(Buffer.from('x\n'))).toEqual([true]);
  expect(await isUpload(gzipSync('x\n'))).toEqual([false]);
  expect(await isUpload(await tarOf(['x.log', 'x\n'], ['y.log', 'y\n']))).toEqual([false, false]);
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

test('a bomb ends at the ratio: the file says so, once, and the walk ends as usual', async () => {
  const content = gzipSync(Buffer.alloc(40 * 1024 * 1024));
  const { leaves, error } = await walked('x.log.gz', content);
  expect(leaves).toMatchObject([{ path: 'x.log', damaged: BOMB }]);
  expect(leaves[0]?.text.length).toBeGreaterThan(30 * 1024 * 1024);
  expect(leaves[0]?.text.length).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect(error).toBeNull();
});

test('a bomb between other members says so and leaves its neighbours intact', async () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024);
  const uploads = {
    'x.tar': await tarOf(['before.log', 'a\n'], ['bomb.log.gz', gzipSync(zeros)], ['z.log', 'z\n']),
    'x.tgz': gzipSync(await tarOf(['before.log', 'a\n'], ['bomb.log.gz', gzipSync(zeros)], ['z.log', 'z\n'])),
    'x.zip': zipOf(
      { name: 'before.log', content: 'a\n' },
      { name: 'bomb.log', content: zeros },
      { name: 'z.log', content: 'z\n' },
    ),
  };
  for (const [name, content] of Object.entries(uploads)) {
    const { leaves, error } = await walked(name, content);
    expect(error).toBeNull();
    expect(leaves).toMatchObject([
      { path: 'before.log', text: 'a\n', damaged: null },
      { path: 'bomb.log', damaged: BOMB },
      { path: 'z.log', text: 'z\n', damaged: null },
    ]);
    expect(leaves[1]?.text.length).toBeLessThanOrEqual(32 * 1024 * 1024);
  }
});

test('an archive inside that is a bomb keeps its files so far and is told itself; the archive around it goes on', async () => {
  const limits = { memberRatioAfter: 100_000 };
  const zeros = Buffer.alloc(400_000);
  const inner = await tarOf(['a.log', 'a\n'], ['zeros.log', zeros], ['never.log', 'x']);
  const uploads = {
    'x.tar': await tarOf(['in.tar.gz', gzipSync(inner)], ['z.log', 'z\n']),
    'x.zip': zipOf({ name: 'in.tar.gz', content: inner }, { name: 'z.log', content: 'z\n' }),
  };
  for (const [name, content] of Object.entries(uploads)) {
    const { leaves, error } = await walked(name, content, { limits });
    expect(error).toBeNull();
    expect(leaves).toMatchObject([
      { path: 'in.tar.gz/a.log', text: 'a\n', damaged: null },
      { path: 'in.tar.gz/zeros.log', damaged: BOMB },
      { path: 'in.tar.gz', skipped: BOMB },
      { path: 'z.log', text: 'z\n' },
    ]);
  }
  const zipped = gzipSync(zipOf({ name: 'zeros.log', content: zeros, method: 0 }));
  const spooled = await walked('x.tar', await tarOf(['in.zip.gz', zipped], ['z.log', 'z\n']), { limits });
  expect(spooled.error).toBeNull();
  expect(spooled.leaves).toMatchObject([{ path: 'in.zip.gz', skipped: BOMB }, { path: 'z.log' }]);
  const upload = await walked('x.tar.gz', gzipSync(inner), { limits });
  expect(upload.leaves.map(({ path }) => path)).toEqual(['a.log', 'zeros.log']);
  expect(upload.error).toMatchObject({ name: 'ArchiveError', path: 'x.tar.gz', message: BOMB });
});

test('a bomb that 7-Zip unpacks is measured as well', async () => {
  const bomb = Buffer.from(PACKED_ZEROS, 'base64');
  const limits = { memberRatioAfter: 100_000 };
  for (const [name, content] of [
    ['x.tar', await tarOf(['bomb.log.bz2', bomb], ['z.log', 'z\n'])],
    ['bomb.log.bz2', bomb],
  ] as const) {
    const { leaves, error } = await walked(name, content, { limits });
    expect(error).toBeNull();
    expect(leaves[0]).toMatchObject({ path: 'bomb.log', damaged: BOMB });
    expect(leaves[1]?.text).toBe(name === 'x.tar' ? 'z\n' : undefined);
  }
});

test('a file that only begins like a bomb is measured by all its packed bytes', async () => {
  const content = Buffer.concat([Buffer.alloc(400_000), randomBytes(20_000)]);
  const limits = { memberRatioAfter: 100_000 };
  const upload = await tarOf(['a.log.gz', gzipSync(content)]);
  for (const [name, bytes] of [
    ['x.tar', upload],
    ['x.zip', zipOf({ name: 'a.log', content })],
    ['x.gz', gzipSync(content)],
  ] as const) {
    const { leaves, error } = await walked(name, bytes, { limits });
    expect(error).toBeNull();
    expect(leaves.map(({ damaged }) => damaged).filter((damaged) => damaged !== null)).toEqual([]);
  }
});

test('many small bombs end the walk at the ratio of the source', async () => {
  const bombs = ['a', 'b', 'c', 'd'].map((name) => ({ name, content: Buffer.alloc(400_000) }));
  const { leaves, error } = await walked('x.zip', zipOf(...bombs), { limits: { ratioAfter: 250_000 } });
  expect(leaves.map(({ damaged }) => damaged)).toEqual([null, expect.stringContaining('300 times its size')]);
  expect(error).toMatchObject({ name: 'LimitError', path: 'x.zip' });
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

test('progress goes on within a single large member', async () => {
  const text = Array.from({ length: 20_000 }, () => randomUUID()).join('\n');
  for (const method of [0, 8]) {
    const content = zipOf({ name: 'a', content: text, method });
    const told: number[] = [];
    await walked('x', content, { onPacked: (bytes) => told.push(bytes) });
    expect(told.filter((bytes) => bytes > content.length * 0.5 && bytes < content.length * 0.9).length).toBeGreaterThan(
      1,
    );
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
