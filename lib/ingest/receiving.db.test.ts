import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { makeToken, revokeToken } from '@/lib/auth/tokens';
import { closeStore, deleteSource, pool, rawFile, readContext, readEvent } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { eventsOf, filesOf } from './test-reading';
import { startReceiver, type TestReceiver } from './test-receiving';

let receiver: TestReceiver;

beforeEach(async () => {
  await clearStore();
  receiver = await startReceiver();
});

afterEach(() => receiver.close());
afterAll(closeStore);

function post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(receiver.url + path, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers });
}

function audit(id: string, verb = 'get'): string {
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: id,
    stage: 'ResponseComplete',
    requestURI: '/api/v1/secrets',
    verb,
    user: { username: 'jane' },
    objectRef: { resource: 'secrets', namespace: 'shop', apiVersion: 'v1' },
    responseStatus: { code: 200 },
    requestReceivedTimestamp: '2026-11-20T10:00:00.000000Z',
    stageTimestamp: '2026-11-20T10:00:00.100000Z',
  });
}

const list = (...events: readonly string[]) =>
  `{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[${events.join()}]}`;

test('what was answered with success is stored, as events of their formats', async () => {
  const answer = await post('/api/ingest/audit', gzipSync(list(audit('a'), audit('b', 'list'))), {
    'content-encoding': 'gzip',
  });
  expect(answer.status).toBe(200);
  const events = await eventsOf(receiver.stream.id);
  expect(events).toMatchObject([
    { n: 0, format: 'kubernetes-audit', type: 4, verb: 'get', user_name: 'jane', line: 1 },
    { n: 1, format: 'kubernetes-audit', verb: 'list', line: 2 },
  ]);
});

test('the same batch again adds nothing, nor does an audit event that came in another batch', async () => {
  await post('/api/ingest/audit', list(audit('a')));
  expect((await post('/api/ingest/audit', list(audit('a')))).status).toBe(200);
  expect((await post('/api/ingest/audit', list(audit('a'), audit('b'), audit('b')))).status).toBe(200);
  expect(await eventsOf(receiver.stream.id)).toHaveLength(2);
});

test('a record that no format reads keeps its neighbours, and says why', async () => {
  const answer = await post('/api/ingest/json', `${audit('a')}\n{"broken": \n${audit('b')}`);
  expect(await answer.json()).toEqual({ stored: 3 });
  const events = await eventsOf(receiver.stream.id);
  expect(events.map(({ format }) => format)).toEqual(['kubernetes-audit', 'plain', 'kubernetes-audit']);
  expect(events[1]?.attributes).toMatchObject({ unparsed: 'looks like JSON but does not parse' });
});

test('bytes of a block that is not full are there for an event, its neighbours and the file', async () => {
  await post('/', '{"a":1}\n{"a":2}');
  await post('/', 'ERROR one\n  two');
  const [first, , third] = await eventsOf(receiver.stream.id);
  expect((await readEvent(`${first?.segment}-${third?.n}`)).raw).toBe('ERROR one');
  const context = await readContext(`${first?.segment}-${third?.n}`, { before: 5, after: 5 });
  expect(context.before.map(({ message }) => message)).toEqual(['{"a":1}', '{"a":2}']);
  expect(context.after).toHaveLength(1);
  const [file] = await filesOf(receiver.stream.id);
  const raw = await new Response((await rawFile(receiver.stream.id, file?.path)).body).text();
  expect(raw).toBe('{"a":1}\n{"a":2}\nERROR one\n  two\n');
  expect(file).toMatchObject({ events: 4, lines: 4, linesRead: 4 });
});

test('a full block is packed under the same places', async () => {
  const lines = Array.from({ length: 900 }, (_, index) => `{"n":${index},"text":"${'x'.repeat(500)} needle${index}"}`);
  for (let from = 0; from < lines.length; from += 100) await post('/', lines.slice(from, from + 100).join('\n'));
  const [{ count } = { count: 0 }] = (
    await pool().query<{ count: number }>('SELECT count(*)::int AS count FROM raw_block WHERE codec < 15')
  ).rows;
  expect(count).toBe(1);
  const events = await eventsOf(receiver.stream.id);
  expect(events).toHaveLength(900);
  for (const n of [0, 450, 899]) {
    const { raw } = await readEvent(`${events[n]?.segment}-${n}`);
    expect(raw).toBe(lines[n]);
  }
});

test('too large a body is refused before it is all there, packed or not', async () => {
  await receiver.close();
  receiver = await startReceiver({ bodyBytesMax: 100_000 });
  const large = Buffer.alloc(1_000_000, 'a ');
  expect((await post('/', large)).status).toBe(413);
  expect((await post('/', gzipSync(large), { 'content-encoding': 'gzip' })).status).toBe(413);
  expect(await eventsOf(receiver.stream.id)).toHaveLength(0);
});

test('what does not fit into memory is to be sent again', async () => {
  await receiver.close();
  receiver = await startReceiver({ waitingBytesMax: 10_000 });
  const answer = await post('/', Buffer.alloc(50_000, 'a '));
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect((await post('/', 'small')).status).toBe(200);
});

test('a stream that was deleted takes no more', async () => {
  await post('/', 'one');
  expect(await deleteSource(receiver.stream.id)).toEqual({ deletedEvents: 1 });
  expect((await post('/', 'two')).status).toBe(410);
  const { rows } = await pool().query('SELECT segment FROM raw_tail');
  expect(rows).toHaveLength(0);
});

test('while a stream is being deleted its senders are to try again, and others are not held up', async () => {
  await post('/', 'one');
  const other = await startReceiver();
  const client = await pool().connect();
  await client.query('BEGIN');
  await client.query('SELECT id FROM source WHERE id = $1 FOR UPDATE', [receiver.stream.id]);
  expect((await post('/', 'two')).status).toBe(503);
  expect((await fetch(other.url, { method: 'POST', body: 'two' })).status).toBe(200);
  await client.query('ROLLBACK');
  client.release();
  expect((await post('/', 'two')).status).toBe(200);
  expect(await eventsOf(receiver.stream.id)).toHaveLength(2);
  await other.close();
});

test('many small pushes share their commits and all are stored once', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => post('/', `{"push":${index}}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const { rows } = await pool().query<{ arrivals: number; last: number }>(
    'SELECT count(*)::int AS arrivals, max(last_n) AS last FROM arrival',
  );
  expect(rows[0]?.last).toBe(199);
  expect(rows[0]?.arrivals).toBeLessThan(100);
  expect(await eventsOf(receiver.stream.id)).toHaveLength(200);
});

test('after a restart the stream goes on where it was', async () => {
  await post('/', 'one\ntwo');
  const { stream } = receiver;
  await receiver.close();
  receiver = await startReceiver({ withoutToken: async () => stream });
  await post('/', 'three');
  const events = await eventsOf(stream.id);
  expect(events).toMatchObject([{ n: 0 }, { n: 1 }, { n: 2, line: 3, block: 0, raw_offset: 8 }]);
  expect(new Set(events.map(({ segment }) => segment)).size).toBe(1);
  expect((await readEvent(`${events[2]?.segment}-2`)).raw).toBe('three');
});

test('where a token is demanded, it leads to its stream, in a header or in the path, until it is revoked', async () => {
  await receiver.close();
  receiver = await startReceiver({ withoutToken: null });
  const { id, secret } = await makeToken(
    { name: 'shipper', scope: 'ingest', sourceId: receiver.stream.id, days: null },
    'somebody',
  );
  expect((await post('/', 'none')).status).toBe(401);
  expect((await post('/', 'a', { authorization: `Bearer ${secret}` })).status).toBe(200);
  expect(
    (await post(`/in/${secret}/loki/api/v1/push`, '{"streams":[]}', { 'content-type': 'application/json' })).status,
  ).toBe(204);
  expect((await post(`/in/${secret}`, 'b')).status).toBe(200);
  await revokeToken(id);
  expect((await post(`/in/${secret}`, 'c')).status).toBe(401);
  expect((await eventsOf(receiver.stream.id)).map(({ message }) => message)).toEqual(['a', 'b']);
});

test('where no token is demanded, one that is not good is refused all the same, and a foreign secret is not looked at', async () => {
  const { id, secret } = await makeToken(
    { name: 'shipper', scope: 'ingest', sourceId: receiver.stream.id, days: null },
    'somebody',
  );
  const bearer = (given: string) => ({ authorization: `Bearer ${given}` });
  expect((await post('/', 'a', bearer(secret))).status).toBe(200);
  await revokeToken(id);
  for (const wrong of [secret, secret.slice(0, -1), 'trackway_ingest_']) {
    expect((await post('/', 'b', bearer(wrong))).status, wrong).toBe(401);
    expect((await post(`/in/${wrong}`, 'b')).status, wrong).toBe(401);
  }
  expect((await post('/in/abc/', 'b')).status).toBe(401);
  const { secret: toRead } = await makeToken({ name: 'reader', scope: 'read', days: null }, 'somebody');
  expect((await post('/', 'b', bearer(toRead))).status).toBe(401);
  expect((await post('/', 'c', bearer('changeme'))).status).toBe(200);
  expect((await eventsOf(receiver.stream.id)).map(({ message }) => message)).toEqual(['a', 'c']);
});

test('a full segment gets its columns, and the next one is begun', async () => {
  await receiver.close();
  receiver = await startReceiver({ limits: { events: 3, rawBytes: 1e9 } });
  for (const text of ['a\nb', 'c\nd', 'e']) await post('/', text);
  await receiver.keeper.storeColumns();
  const { rows } = await pool().query('SELECT events, columns, growth FROM segment ORDER BY id');
  expect(rows).toEqual([
    { events: 4, columns: true, growth: null },
    { events: 1, columns: false, growth: 'growing' },
  ]);
  expect((await filesOf(receiver.stream.id)).map(({ events }) => events)).toEqual([4, 1]);
  const totals = await pool().query('SELECT events::int, lines::int, bytes::int FROM source WHERE id = $1', [
    receiver.stream.id,
  ]);
  expect(totals.rows[0]).toEqual({ events: 5, lines: 5, bytes: 10 });
});
