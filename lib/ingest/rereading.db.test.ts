import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { selectionParameters } from '@/lib/interface';
import { closeStore, compareProof, countEvents, patchSource, pool, prove, rawFile } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { sourceWithFiles } from '@/lib/store/test-sources';
import { rawOf, readAgain, readUpload } from './test-reading';

beforeEach(clearStore);
afterAll(closeStore);

const LINES = 600;
const SMALL = { limits: { events: 250, rawBytes: 1 << 30, packedBytes: 1 << 30 } };

/** Three files that share a segment: klog without year and zone, the same again, and JSON. */
async function upload(options = {}): Promise<string> {
  const klog = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const minute = String(Math.floor(index / 60)).padStart(2, '0');
      const second = String(index % 60).padStart(2, '0');
      return `I0321 14:${minute}:${second}.000000       1 ${name}.go:12] request ${index} of ${name}`;
    }).join('\n');
  const json = Array.from({ length: 50 }, (_, index) => JSON.stringify({ level: 'info', msg: `json ${index}` })).join(
    '\n',
  );
  const bytes = await packTar([
    ['a.log', `${klog('first', LINES)}\n`],
    ['b.log', klog('second', LINES)],
    ['c.log', `${json}\n`],
  ]);
  return readUpload('three.tar', bytes, options);
}

/** What is known of each file's events but for where they stand in segments, and of the original bytes. */
async function digests(id: string): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ path: string; file: number; events: string }>(
    `SELECT file.path, file.id AS file, string_agg((to_jsonb(event) - '{segment,n,block,raw_offset,spans}'::text[])::text, '|'
            ORDER BY event.line, event.n) AS events
     FROM event JOIN file ON file.id = event.file WHERE file.source_id = $1 GROUP BY file.id`,
    [id],
  );
  const entries = rows.map(async ({ path, file, events }) => {
    const raw = createHash('sha256')
      .update(await rawOf(file))
      .digest('hex');
    return [path, `${createHash('sha256').update(events).digest('hex')} ${raw}`] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Counts of segments are those of their rows, and no row is without its segment. */
async function expectExactSegments(): Promise<void> {
  const { rows } = await pool().query(
    `SELECT segment.id FROM segment WHERE events <> (SELECT count(*) FROM event WHERE event.segment = segment.id)
       OR blocks <> (SELECT count(*) FROM raw_block WHERE raw_block.segment = segment.id)
       OR bytes <> (SELECT coalesce(sum(raw_length), 0) FROM raw_block WHERE raw_block.segment = segment.id)
     UNION ALL SELECT segment FROM event WHERE segment NOT IN (SELECT id FROM segment)
     UNION ALL SELECT segment FROM raw_block WHERE segment NOT IN (SELECT id FROM segment)`,
  );
  expect(rows).toEqual([]);
  const { rows: tables } = await pool().query(
    `SELECT count(*)::int AS tables, (SELECT count(*)::int FROM segment WHERE partition) AS segments FROM pg_class WHERE relname ~ '^event_[0-9]+$'`,
  );
  expect(tables[0].tables).toBe(tables[0].segments);
}

async function count(q: string): Promise<number> {
  return (await countEvents(selectionParameters.parse({ q }))).count;
}

async function fileOf(id: string, path: string) {
  const file = (await sourceWithFiles(id)).files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no file ${path}`);
  return file;
}

describe('reading a file again', () => {
  test('makes other events of it, which a proof says', async () => {
    const id = await upload();
    const whole = await prove(selectionParameters.parse({}), 'ann');
    const untouched = await prove(selectionParameters.parse({ q: 'file:a.log' }), 'ann');
    await patchSource(id, { path: 'b.log', format: 'plain' });
    await readAgain(id);
    expect(await compareProof(whole.id)).toMatchObject({
      ...{ same: false, count: 2 * LINES + 50, added: LINES, removed: LINES, gone: ['three.tar'] },
    });
    expect(await compareProof(untouched.id)).toMatchObject({ same: true, count: LINES, gone: [] });
    expect(await countEvents(selectionParameters.parse({ since: whole.id }))).toMatchObject({ count: LINES });
  });

  test.each([{}, SMALL, { ...SMALL, largeBytes: 1 }])(
    'changes that file and no other, and taking the word back brings the very same events (%#)',
    async (options) => {
      const id = await upload(options);
      const before = await digests(id);
      await patchSource(id, { path: 'b.log', format: 'plain', type: 'node' });
      expect(await sourceWithFiles(id)).toMatchObject({
        state: 'reading',
        files: [{ pending: false }, { pending: true }, { pending: false }],
      });
      await readAgain(id, options);
      const after = await digests(id);
      expect(after).toEqual({ ...before, 'b.log': expect.not.stringMatching(before['b.log'] ?? '') });
      expect(after['b.log']?.split(' ')[1]).toBe(before['b.log']?.split(' ')[1]);
      expect(await sourceWithFiles(id)).toMatchObject({
        state: 'ready',
        lines: 2 * LINES + 50,
        progress: 1,
        note: null,
      });
      expect(await fileOf(id, 'b.log')).toMatchObject({
        format: 'plain',
        type: 'node',
        lines: LINES,
        linesRead: LINES,
        plain: LINES,
        unparsed: 0,
        pending: false,
        corrections: { format: 'plain', type: 'node' },
      });
      await expectExactSegments();
      await patchSource(id, { path: 'b.log', format: null, type: null });
      await readAgain(id, options);
      expect(await digests(id)).toEqual(before);
      await expectExactSegments();
    },
  );

  test.each([SMALL, { ...SMALL, largeBytes: 1 }])(
    'that dies before the end leaves the old events; the next attempt leaves the new ones (%#)',
    async (options) => {
      const id = await upload();
      const before = await digests(id);
      await patchSource(id, { path: 'a.log', skewSeconds: 90 });
      await readAgain(id, { ...options, crashAfterCommits: 0 });
      expect(await digests(id)).toEqual(before);
      await expectExactSegments();
      expect(await fileOf(id, 'a.log')).toMatchObject({ pending: true });
      await readAgain(id, options);
      expect(await digests(id)).not.toEqual(before);
      expect(await fileOf(id, 'a.log')).toMatchObject({ pending: false, events: LINES });
      await expectExactSegments();
    },
  );

  test('text is found in what is there now, though it was searched before', async () => {
    const id = await upload();
    expect([await count('"of second"'), await count('"of first"'), await count('request')]).toEqual([
      LINES,
      LINES,
      2 * LINES,
    ]);
    await patchSource(id, { path: 'a.log', format: 'plain' });
    await readAgain(id);
    expect([await count('"of second"'), await count('"of first"'), await count('request')]).toEqual([
      LINES,
      LINES,
      2 * LINES,
    ]);
    expect(await count('"of second" format:plain')).toBe(0);
    expect(await count('"of first" format:plain')).toBe(LINES);
    await patchSource(id, { format: 'plain' });
    await readAgain(id);
    expect(await count('"of second" format:plain')).toBe(LINES);
  });

  test('a download that goes on meanwhile gives the same bytes', async () => {
    const line = (index: number) => `I0321 14:00:00.000000       1 x.go:1] ${'x'.repeat(index % 300)} ${index}\n`;
    const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, index) => line(index)).join(''));
    const id = await readUpload('large.log', bytes);
    const { body } = await rawFile(id, undefined);
    const reader = body.getReader();
    const parts = [(await reader.read()).value ?? new Uint8Array()];
    await patchSource(id, { format: 'plain' });
    await readAgain(id);
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });
});

test('reading again can be stopped: old events stay, that is said, and it can be asked for again', async () => {
  const id = await upload();
  const before = await digests(id);
  await patchSource(id, { path: 'a.log', format: 'plain' });
  await readAgain(id, { stopped: true });
  expect(await digests(id)).toEqual(before);
  expect(await sourceWithFiles(id)).toMatchObject({
    state: 'ready',
    note: 'stopped, 1 left',
    files: [{ pending: true }, {}, {}],
  });
  await patchSource(id, {});
  await readAgain(id);
  expect(await sourceWithFiles(id)).toMatchObject({ state: 'ready', note: null, files: [{ format: 'plain' }, {}, {}] });
});

test('what cannot be corrected is said', async () => {
  const line = 'I0321 14:00:00.000000       1 x.go:1] hi\n';
  const id = await readUpload(
    'x.tar',
    await packTar([
      ['a.log', line],
      ['b.log', line],
      ['empty.log', ''],
    ]),
  );
  await expect(patchSource(id, { path: 'b.log', year: 2020 })).rejects.toThrow('same bytes as "a.log"');
  await expect(patchSource(id, { path: 'empty.log', year: 2020 })).rejects.toThrow('no events');
  await expect(patchSource(id, { path: 'z.log', year: 2020 })).rejects.toThrow('no file "z.log"');
  await expect(patchSource(id, { format: 'nonsense' })).rejects.toThrow('format: there is no format "nonsense"');
});

test('detection says what it counted and why', async () => {
  const id = await upload();
  expect((await fileOf(id, 'a.log')).detection).toMatchObject({
    share: 1,
    formats: [{ format: 'klog', lines: LINES }],
    typeOrigins: [{ origin: 'nothing', events: LINES }],
    timeOrigins: ['year-file', 'zone-assumed'],
    sentence: expect.stringContaining('The format klog reads all 600 lines.'),
  });
});

async function packTar(members: readonly (readonly [string, string])[]): Promise<Buffer> {
  const packer = pack();
  for (const [name, text] of members) packer.entry({ name, mtime: new Date('2025-03-21') }, text);
  packer.finalize();
  return buffer(packer);
}
