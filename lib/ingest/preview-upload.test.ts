import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corrections, NO_CORRECTIONS } from '@/lib/interface';
import { PREVIEW_BOUNDS, previewUpload } from './preview-upload';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trackway-preview-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function preview(name: string, bytes: Buffer, said: Partial<Corrections> = {}, bounds = PREVIEW_BOUNDS) {
  await writeFile(join(folder, 'upload'), bytes);
  const upload = {
    id: '1',
    name,
    spool: 'upload',
    bytes: bytes.length,
    modified: Date.UTC(2025, 2, 22) * 1000,
    created: Date.UTC(2026, 0, 1) * 1000,
    corrections: { ...NO_CORRECTIONS, ...said },
  };
  return previewUpload(upload, { spool: folder, scratch: join(folder, 'scratch') }, bounds);
}

const klog = (count: number) =>
  Buffer.from(
    Array.from({ length: count }, (_, index) => `I0321 14:51:46.000000       1 a.go:1] request ${index}\n`).join(''),
  );

describe('a preview', () => {
  test('shows the first records as they will be read', async () => {
    const answer = await preview('a.log', klog(10_000));
    expect(answer).toMatchObject({ complete: true, problem: null });
    expect(answer.files).toMatchObject([{ path: 'a.log', format: 'klog', type: 'application', note: null }]);
    expect(answer.files[0]?.events).toHaveLength(20);
    expect(answer.files[0]?.events[19]).toMatchObject({
      time: '2025-03-21T14:51:46.000Z',
      timeGuess: ['year', 'zone'],
      severity: 'info',
      message: 'request 19',
      fields: { caller: 'a.go:1', format: 'klog' },
    });
  });

  test('follows corrections', async () => {
    const said = { zoneMinutes: 60, year: 2020, skewSeconds: 6, type: 'node' } as const;
    const { files } = await preview('a.log', klog(1), said);
    expect(files[0]?.events).toMatchObject([{ time: '2020-03-21T13:51:40.000Z', timeGuess: [], type: 'node' }]);
    expect((await preview('a.log', klog(1), { format: 'plain' })).files[0]?.events).toMatchObject([
      { time: null, message: expect.stringContaining('I0321') },
    ]);
  });

  test('opens archives in archives, and stops after the first files', async () => {
    const members = Array.from({ length: 25 }, (_, index) => [`${index}.log.gz`, gzipSync(klog(index))] as const);
    const answer = await preview('x.tar.gz', gzipSync(await packTar(members)));
    expect(answer.complete).toBe(false);
    expect(answer.files).toHaveLength(20);
    expect(answer.files[0]).toMatchObject({ path: '0.log', note: 'empty file', events: [] });
    expect(answer.files[3]?.events).toHaveLength(3);
  });

  test('of a document that goes on beyond what is looked at shows whole records only', async () => {
    const items = Array.from({ length: 3000 }, (_, index) => ({
      level: 'info',
      msg: `item ${index} ${'x'.repeat(100)}`,
    }));
    const { files } = await preview('list.json', Buffer.from(JSON.stringify(items, null, 2)));
    expect(files[0]?.events.map(({ message }) => message.slice(0, 7))).toEqual(
      Array.from({ length: 20 }, (_, index) => `item ${index} `.slice(0, 7)),
    );
  });
});

describe('what is hostile or broken', () => {
  test('is given up within the bounds, and leaves nothing in the scratch folder', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200 * 1024 * 1024)));
    const before = Date.now();
    const { files } = await preview('bomb.gz', bomb);
    expect(Date.now() - before).toBeLessThan(PREVIEW_BOUNDS.milliseconds + 3000);
    expect(files.length).toBeLessThanOrEqual(1);
    expect(await readdir(join(folder, 'scratch')).catch(() => [])).toEqual([]);
  });

  test('ends when time is up', async () => {
    const answer = await preview('a.log', klog(10), {}, { ...PREVIEW_BOUNDS, milliseconds: 0 });
    expect(answer).toMatchObject({ complete: false });
  });

  test('says why an upload cannot be opened, and what is not a log', async () => {
    const broken = await packTar([['a.log', klog(3)]]);
    const cut = gzipSync(broken).subarray(0, 60);
    const { files, problem } = await preview('broken.tar.gz', cut);
    expect([problem, ...files.map(({ note }) => note)].join(' ')).toMatch(/cut short|ends early|broken|damaged/);
    const picture = await preview('a.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'));
    expect(picture.files).toMatchObject([{ note: 'will not be read as a log: a picture', events: [] }]);
  });

  test('a field may be called __proto__', async () => {
    const { files } = await preview('a.log', Buffer.from('{"level":"info","msg":"hi","__proto__":{"a":"b"},"c":1}\n'));
    expect(files[0]?.events[0]?.message).toBe('hi');
    expect(Reflect.get({}, 'a')).toBeUndefined();
  });
});

async function packTar(members: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const packer = pack();
  for (const [name, bytes] of members) packer.entry({ name }, bytes);
  packer.finalize();
  return buffer(packer);
}
