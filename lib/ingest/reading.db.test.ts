import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, describe, expect, test } from 'vitest';
import { closeStore, pool, rawFile } from '@/lib/store';
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

  test('links within an archive are the file that they lead to; others are named', async () => {
    const log = '2025-03-21T14:51:46Z stdout F hello\n';
    const packer = pack();
    packer.entry({ name: 'host/var/log/containers/web.log', type: 'symlink', linkname: '/var/log/pods/web/0.log' });
    packer.entry({ name: 'host/latest.log', type: 'symlink', linkname: 'var/log/containers/web.log' });
    packer.entry({ name: 'host/var/log/pods/web/0.log' }, log);
    packer.entry({ name: 'host/again.log', type: 'link', linkname: 'host/var/log/pods/web/0.log' });
    packer.entry({ name: 'host/out.log', type: 'symlink', linkname: '/etc/passwd' });
    packer.finalize();
    const files = await filesOf(await readUpload('x.tar', await buffer(packer)));
    const original = files.find(({ state }) => state === 'ready');
    expect(files.map(({ path, state, duplicateOf, note, sha256 }) => [path, state, duplicateOf, note, sha256])).toEqual(
      [
        ['host/again.log', 'duplicate', original?.id, 'hard link to host/var/log/pods/web/0.log', original?.sha256],
        ['host/latest.log', 'duplicate', original?.id, 'symbolic link to var/log/containers/web.log', original?.sha256],
        ['host/out.log', 'skipped', null, 'symbolic link to etc/passwd', null],
        ['host/var/log/containers/web.log', 'duplicate', original?.id, expect.any(String), original?.sha256],
        ['host/var/log/pods/web/0.log', 'ready', null, null, original?.sha256],
      ],
    );
  });

  test('an archive cut inside a file says so once, links before it or not', async () => {
    const packer = pack();
    packer.entry({ name: 'latest.log', type: 'symlink', linkname: 'a.log' });
    packer.entry({ name: 'a.log' }, '2025-03-21T14:51:46Z stdout F hello\n');
    packer.entry({ name: 'b.log' }, '2025-03-21T14:51:46Z stdout F hello again\n'.repeat(100));
    packer.finalize();
    const whole = await buffer(packer);
    const files = await filesOf(await readUpload('x.tar', whole.subarray(0, 3000)));
    expect(files.map(({ path, state, error }) => [path, state, error !== null])).toEqual([
      ['a.log', 'ready', false],
      ['b.log', 'ready', true],
      ['latest.log', 'duplicate', false],
    ]);
  });

  test('rotated files of one log bound each other’s years, whatever date their copies have', async () => {
    const line = (day: string) => `${day} 10:00:00 host cron[1]: hello\n`;
    const packer = pack();
    const mtime = new Date('2025-03-10');
    packer.entry({ name: 'syslog', mtime }, line('Jan  5'));
    packer.entry({ name: 'syslog.1', mtime }, line('Feb  1'));
    packer.entry({ name: 'syslog.2.gz', mtime }, gzipSync(line('Mar  1')));
    packer.finalize();
    const id = await readUpload('x.tar', await buffer(packer));
    const years = (await eventsOf(id)).map(({ time }) => new Date(String(time)).getUTCFullYear());
    expect(years).toEqual([2025, 2024, 2023]);
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
    [
      'windows-1252.log',
      Buffer.from('2025-03-21T14:51:46Z stdout F caf\xe9 \x80 5\n'.repeat(20_000), 'latin1'),
      { state: 'ready', lines: 20_000, unparsed: 0, note: expect.stringContaining('Windows-1252') },
    ],
    ['latin1.log', Buffer.from('2025-03-21T14:51:46Z stdout F caf\xe9\n', 'latin1'), { state: 'ready', lines: 1 }],
    ['long.log', Buffer.from(`2025-03-21T14:51:46Z stdout F ${'x'.repeat(10_000_000)}\n`), { lines: 1, events: 1 }],
  ])('%s is read as far as it goes, and its bytes come back', async (name, bytes, expected) => {
    const id = await readUpload(name, bytes);
    const [file] = await filesOf(id);
    expect(file).toMatchObject(expected);
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
  });

  test.each([
    ['with a mark', '\ufeff', false],
    ['without', '', false],
    ['big-endian with a mark', '\ufeff', true],
    ['big-endian without', '', true],
  ])('UTF-16 %s is read as any other text, and its bytes come back', async (_what, mark, big) => {
    const lines = Array.from(
      { length: 9000 },
      (_, index) => `2025-03-21T14:51:46.${String(index).padStart(4, '0')}Z stdout F grüße 日本 😀 ${index}`,
    );
    const bytes = Buffer.from(`${mark}${lines.join('\r\n')}\r\n`, 'utf16le');
    if (big) bytes.swap16();
    const limits = { events: 3000, rawBytes: 1 << 30, packedBytes: 1 << 30 };
    const id = await readUpload('0.log', bytes, { limits, crashAfterCommits: 1 });
    const [file] = await filesOf(id);
    expect(file).toMatchObject({ state: 'ready', lines: 9000, unparsed: 0, note: expect.stringContaining('UTF-16') });
    expect(file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
    const given = await rawFile(id, undefined);
    expect(given.bytes).toBe(bytes.length);
    expect(Buffer.from(await new Response(given.body).arrayBuffer()).equals(bytes)).toBe(true);
    const messages = (await eventsOf(id)).map(({ message }) => message);
    expect(messages.sort()).toEqual(lines.map((_, index) => `grüße 日本 😀 ${index}`).sort());
    const { rows } = await pool().query('SELECT bytes::int AS bytes FROM file WHERE id = $1', [file?.id]);
    expect(rows).toEqual([{ bytes: bytes.length }]);
  });

  test('Windows-1252 among other text survives a crash: records of several lines, carried to the next block', async () => {
    const lines = Array.from({ length: 9000 }, (_, index) => {
      const time = new Date(Date.UTC(2025, 0, 1) + index * 20).toISOString();
      const letters = index % 1000 < 500 ? 'Gr\xfc\xdfe \x80' : 'plain';
      return `${time} stderr F E0101 00:00:00.000000       1 handler.go:7] ${letters} ${index}\n${time} stderr F \tat \xe9 Handler`;
    });
    const bytes = Buffer.from(`${lines.join('\n')}\n`, 'latin1');
    const limits = { events: 2000, rawBytes: 1 << 30, packedBytes: 1 << 30 };
    const id = await readUpload('crash.log', bytes, { limits, crashAfterCommits: 2 });
    const [file] = await filesOf(id);
    expect(file).toMatchObject({ state: 'ready', lines: 18_000, linesRead: 18_000, events: 9000 });
    expect((await rawOf(file?.id ?? 0)).equals(bytes)).toBe(true);
    const messages = (await eventsOf(id)).map(({ message }) => String(message));
    expect(messages.filter((message) => message.startsWith('Grüße €'))).toHaveLength(4500);
    expect(messages.every((message) => message.endsWith('\tat é Handler'))).toBe(true);
  });

  test('a JSON document in UTF-16 is read as a document', async () => {
    const items = [1, 2, 3].map((index) => ({
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      auditID: `id-${index}`,
      stage: 'ResponseComplete',
      verb: 'get',
      requestURI: '/version',
      user: { username: `grüße-${index}` },
      requestReceivedTimestamp: `2025-03-21T14:51:42.00000${index}Z`,
    }));
    const list = { kind: 'EventList', apiVersion: 'audit.k8s.io/v1', items };
    const bytes = Buffer.from(`\ufeff${JSON.stringify(list, null, 2)}\r\n`, 'utf16le');
    const id = await readUpload('audit.json', bytes);
    expect((await eventsOf(id)).map((event) => event.user_name)).toEqual(['grüße-1', 'grüße-2', 'grüße-3']);
    const [file] = await filesOf(id);
    expect(file?.lines).toBe(physicalLines(Buffer.from(JSON.stringify(list, null, 2))));
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
