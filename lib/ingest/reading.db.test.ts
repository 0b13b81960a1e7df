import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, test } from 'vitest';
import { closeStore, pool } from '@/lib/store';
import { eventsOf, filesOf, physicalLines, rawOf, readUpload } from './test-reading';

afterAll(closeStore);

describe('reading a source', () => {
  test('CRI lines with klog, a stack trace and split records become events that own every line', async () => {
    const text = [
      '2025-03-21T14:51:46.48168132Z stderr F I0321 14:51:46.481000       1 server.go:12] "Starting" version="v1"',
      '2025-03-21T14:51:46.5Z stdout P first half, ',
      '2025-03-21T14:51:46.6Z stderr F E0321 14:51:46.600000       1 main.go:7] panic in handler',
      '2025-03-21T14:51:46.6Z stderr F goroutine 1 [running]:',
      '2025-03-21T14:51:46.6Z stderr F \t/app/main.go:10 +0x1d',
      '2025-03-21T14:51:46.7Z stdout F second half',
      'not a CRI line at all',
      '2025-03-21T14:51:47Z stdout F last, without a newline',
    ].join('\n');
    const bytes = Buffer.from(text);
    const id = await readUpload('0.log', bytes);
    const [file] = await filesOf(id);
    expect(file).toMatchObject({ state: 'ready', lines: 8, unparsed: 1, format: 'cri/klog', type: 'application' });
    const events = await eventsOf(id);
    expect(events.map((event) => [event.message, event.lines])).toEqual([
      ['Starting version="v1"', 1],
      ['first half, second half', 2],
      ['panic in handler\ngoroutine 1 [running]:\n\t/app/main.go:10 +0x1d', 3],
      ['not a CRI line at all', 1],
      ['last, without a newline', 1],
    ]);
    expect(events.reduce((sum, event) => sum + Number(event.lines), 0)).toBe(physicalLines(bytes));
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
    expect(file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('a list of very many short elements is read to its end', async () => {
    const bytes = Buffer.from(`[{"a":1},${'1,'.repeat(400_000)}{"b":2}]`);
    const [file] = await filesOf(await readUpload('list.json', bytes));
    expect(file).toMatchObject({ state: 'ready', events: 400_002, lines: 1, linesRead: 1 });
  });

  test('a mark of UTF-8 before the first line hides nothing', async () => {
    const line = '2025-03-21T14:51:46.5Z stdout F ready';
    const bytes = Buffer.from(`\ufeff${line}\r\n${line}\n`);
    const [file] = await filesOf(await readUpload('0.log', bytes));
    expect(file).toMatchObject({ events: 2, lines: 2, unparsed: 0 });
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
  });

  test('a crash between two segments changes nothing: counts and content equal an undisturbed run', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const time = new Date(Date.UTC(2025, 0, 1) + index * 20).toISOString();
      if (index % 50 === 7) return `${time} stderr F \tat com.example.Handler.run(Handler.java:${index})`;
      if (index % 50 === 6)
        return `${time} stderr F E0101 00:00:00.000000       1 handler.go:7] request ${index} failed`;
      return `${time} stdout F I0101 00:00:00.000000       1 handler.go:${index % 90}] request ${index} served`;
    });
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const limits = { events: 3000, rawBytes: 1 << 30, packedBytes: 1 << 30 };
    const undisturbed = await readUpload('calm.log', bytes, { limits });
    const disturbed = await readUpload('crash.log', bytes, { limits, crashAfterCommits: 3 });
    const calm = await contentOf(undisturbed);
    expect(await contentOf(disturbed)).toEqual(calm);
    expect(calm.lines).toBe(20_000);
    const [file] = await filesOf(disturbed);
    expect(file).toMatchObject({ state: 'ready', lines: 20_000, unparsed: 0 });
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
    const { rows } = await pool().query<{ attempts: number }>('SELECT attempts FROM source WHERE id = $1', [disturbed]);
    expect(rows[0]?.attempts).toBe(0);
  });

  test('byte-identical members are read once and reported', async () => {
    const log = '2025-03-21T14:51:46Z stdout F hello\n';
    const archive = packTar([
      ['logs/node/containers/web-1_shop_web-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.log', log],
      ['logs/node/pods/shop_web-1_0f0f/web/0.log', log],
      ['logs/node/pods/shop_web-2_0f0f/web/0.log', `${log}${log}`],
    ]);
    const id = await readUpload('export.tar', await archive);
    const files = await filesOf(id);
    expect(files.map(({ state, lines }) => [state, lines])).toEqual([
      ['ready', 1],
      ['duplicate', 0],
      ['ready', 2],
    ]);
    expect(files[1]?.duplicateOf).toBe(files[0]?.id);
    expect((await eventsOf(id)).map((event) => event.pod)).toEqual(['web-1', 'web-2', 'web-2']);
  });

  test('a list in one line and a list over many lines give an event each, and every line an owner', async () => {
    const items = Array.from({ length: 700 }, (_, index) => ({
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      auditID: `id-${index}`,
      stage: 'ResponseComplete',
      verb: 'get',
      requestURI: `/api/v1/namespaces/shop/pods?limit=500&resourceVersion=${index}&labelSelector=${'x'.repeat(200)}`,
      user: { username: `user-${index}` },
      requestReceivedTimestamp: `2025-03-21T14:51:42.000${String(index).padStart(3, '0')}Z`,
    }));
    const list = { kind: 'EventList', apiVersion: 'audit.k8s.io/v1', items };
    for (const text of [JSON.stringify(list), JSON.stringify(list, null, 2)]) {
      const id = await readUpload('audit.json', Buffer.from(text));
      const events = await eventsOf(id);
      expect(events.map((event) => event.user_name)).toEqual(items.map((item) => item.user.username));
      expect(events.reduce((sum, event) => sum + Number(event.lines), 0)).toBe(physicalLines(Buffer.from(text)));
      const [file] = await filesOf(id);
      expect(file?.linesRead).toBe(physicalLines(Buffer.from(text)));
    }
  });

  test.each([
    ['empty.log', Buffer.alloc(0), { state: 'ready', note: 'empty file', lines: 0 }],
    ['picture.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), { state: 'skipped', events: 0 }],
    ['nul.log', Buffer.from('one\0two three four five six seven\nnext\n'), { state: 'ready', lines: 2, events: 2 }],
    ['windows.log', Buffer.from('2025-03-21T14:51:46Z stdout F hi\r\n'), { state: 'ready', lines: 1, unparsed: 0 }],
    ['latin1.log', Buffer.from('2025-03-21T14:51:46Z stdout F caf\xe9\n', 'latin1'), { state: 'ready', lines: 1 }],
    ['long.log', Buffer.from(`2025-03-21T14:51:46Z stdout F ${'x'.repeat(10_000_000)}\n`), { lines: 1, events: 1 }],
  ])('%s is read as far as it goes, and its bytes come back', async (name, bytes, expected) => {
    const id = await readUpload(name, bytes);
    const [file] = await filesOf(id);
    expect(file).toMatchObject(expected);
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
  });

  test('a truncated gzip keeps its lines and says what is wrong with it', async () => {
    const whole = gzipSync(
      Array.from({ length: 5000 }, (_, index) => `level=info msg="line ${index} ${Math.sin(index)}"`).join('\n'),
    );
    const id = await readUpload('cut.log.gz', whole.subarray(0, whole.length / 2));
    const [file] = await filesOf(id);
    expect(file?.error).toContain('cut short');
    expect(file?.lines).toBeGreaterThan(1000);
  });

  test('a bomb inside an archive says so on its own row, once; its neighbours are read whole', async () => {
    const line = '2025-03-21T14:51:46Z stdout F hello\n';
    const long = `2025-03-21T14:51:46Z stdout F ${'x'.repeat(20_000)}\n`;
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, long));
    const id = await readUpload(
      'x.tar',
      await packTar([
        ['before.log', line],
        ['bomb.log.gz', bomb],
        ['z.log', `${line}${line}`],
      ]),
    );
    const error = expect.stringContaining('150 times its size');
    expect(await filesOf(id)).toMatchObject([
      { path: 'before.log', state: 'ready', lines: 1, error: null },
      { path: 'bomb.log', state: 'ready', error },
      { path: 'z.log', state: 'ready', lines: 2, error: null },
    ]);
    const { rows } = await pool().query('SELECT state, error FROM source WHERE id = $1', [id]);
    expect(rows).toEqual([{ state: 'ready', error: null }]);
    expect(await filesOf(await readUpload('bomb.log.gz', bomb))).toMatchObject([{ path: 'bomb.log', error }]);
  });
});

/** All that is known of a source's events but for their segments, as one digest. */
async function contentOf(id: string): Promise<{ count: number; lines: number; digest: string }> {
  const events = await eventsOf(id);
  const hash = createHash('sha256');
  const bare = events.map(({ segment, n, file, block, raw_offset, ...rest }) => JSON.stringify(rest));
  for (const text of bare.sort()) hash.update(text);
  return {
    count: events.length,
    lines: events.reduce((sum, event) => sum + Number(event.lines), 0),
    digest: hash.digest('hex'),
  };
}

async function packTar(members: readonly (readonly [string, string | Buffer])[]): Promise<Buffer> {
  const packer = pack();
  for (const [name, text] of members) packer.entry({ name }, text);
  packer.finalize();
  return buffer(packer);
}
