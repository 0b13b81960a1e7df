import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  contextAnswer,
  countAnswer,
  errorAnswer,
  eventsAnswer,
  facetsAnswer,
  oneEventAnswer,
  overviewAnswer,
  sourceAnswer,
  sourcesAnswer,
  timelineAnswer,
} from '@/lib/interface';
import { closeStore, pool } from '@/lib/store';
import { clearStore, insertSource, type TestEvent, type TestSource } from '@/lib/store/test-rows';
import { GET as metrics } from '../metrics/route';
import { GET as ready } from '../readyz/route';
import { GET as unknown } from './[...path]/route';
import { GET as count } from './count/route';
import { GET as context } from './events/[id]/context/route';
import { GET as oneEvent } from './events/[id]/route';
import { GET as events } from './events/route';
import { GET as exported } from './export/route';
import { GET as facets } from './facets/route';
import { GET as overview } from './overview/route';
import { GET as raw } from './sources/[id]/raw/route';
import { DELETE as deleteSource, GET as oneSource, PATCH as patchSource } from './sources/[id]/route';
import { GET as sources } from './sources/route';
import { GET as timeline } from './timeline/route';

const EVENTS: readonly TestEvent[] = Array.from({ length: 25 }, (_, index) => ({
  raw: `2024-05-01 line ${index} <script>alert(1)</script> äöü`,
  time: `2024-05-01T10:00:${String(index).padStart(2, '0')}.000Z`,
  type: index % 2 === 0 ? 'audit' : 'network',
  severity: index === 3 ? 'error' : 'info',
  message: index === 5 ? '=HYPERLINK("http://example.org")' : `line ${index}`,
  fields: index === 4 ? { decision: 'forbid', user: '@alice, "a"' } : { user: 'bob' },
}));

let source: TestSource;

beforeAll(async () => {
  await clearStore();
  source = await insertSource(EVENTS, { path: 'logs/ünï "code".log', eventsPerBlock: 4, partition: true });
});
afterAll(closeStore);

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

function call(
  handler: Handler,
  search: Record<string, string> = {},
  id = '',
  init: RequestInit = {},
): Promise<Response> {
  const address = `http://localhost/?${new URLSearchParams(search)}`;
  return handler(new Request(address, init), { params: Promise.resolve({ id }) });
}

async function answer<Schema extends z.ZodType>(
  schema: Schema,
  response: Promise<Response>,
): Promise<z.output<Schema>> {
  const body: unknown = await (await response).json();
  return schema.parse(body);
}

async function problem(response: Promise<Response>) {
  const { status } = await response;
  return { status, ...(await answer(errorAnswer, response)).error };
}

describe('questions', () => {
  it('lists sources and one of them', async () => {
    const list = await answer(sourcesAnswer, call(sources));
    expect(list.sources).toMatchObject([{ id: source.id, state: 'ready', events: 25, fileCount: 1, progress: 1 }]);
    const one = await answer(sourceAnswer, call(oneSource, {}, source.id));
    expect(one.files).toMatchObject([{ path: 'logs/ünï "code".log', events: 25, from: '2024-05-01T10:00:00.000Z' }]);
  });

  it('answers each about the same events', async () => {
    const selection = { type: 'audit', q: 'user:bob' };
    expect(await answer(countAnswer, call(count, selection))).toEqual({ count: 12, exact: true });
    expect((await answer(eventsAnswer, call(events, { ...selection, limit: '5' }))).events).toHaveLength(5);
    const line = await answer(timelineAnswer, call(timeline, { ...selection, by: 'severity', buckets: '1' }));
    expect(line.buckets).toMatchObject([{ total: 12, by: { info: 12 } }]);
    const facet = await answer(facetsAnswer, call(facets, { ...selection, fields: 'user,verb,k8s.pod.name' }));
    expect(facet.fields).toEqual({
      user: { distinct: 1, missing: 0, values: [{ value: 'bob', count: 12 }] },
      verb: { distinct: 0, missing: 12, values: [] },
      'k8s.pod.name': { distinct: 0, missing: 12, values: [] },
    });
    const all = await answer(overviewAnswer, call(overview));
    expect(all).toMatchObject({ sources: 1, events: 25, untimed: 0 });
    expect(all.types.find(({ type }) => type === 'audit')).toMatchObject({
      events: 13,
      errors: 0,
      refusals: 1,
      files: 1,
    });
    expect(all.types.find(({ type }) => type === 'network')).toMatchObject({ events: 12, errors: 1, refusals: 0 });
  });

  it('shows one event with its original text, and its neighbours', async () => {
    const id = `${source.segment}-10`;
    const one = await answer(oneEventAnswer, call(oneEvent, {}, id));
    expect(one).toMatchObject({
      id,
      raw: EVENTS[10]?.raw,
      rawBytes: Buffer.byteLength(EVENTS[10]?.raw ?? ''),
      rawTruncated: false,
    });
    const near = await answer(contextAnswer, call(context, { before: '7', after: '100' }, id));
    expect(near.before.map((event) => event.message)).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((index) => EVENTS[index]?.message),
    );
    expect(near.event.id).toBe(id);
    expect(near.after.map((event) => event.source.line)).toEqual(Array.from({ length: 14 }, (_, index) => index + 12));
  });
});

describe('downloads', () => {
  it('gives a file back byte for byte, never to be shown by a browser', async () => {
    const response = await call(raw, { path: 'logs/ünï "code".log' }, source.id);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString()).toBe(EVENTS.map((event) => `${event.raw}\n`).join(''));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="_n___code_.log"; filename*=UTF-8''%C3%BCn%C3%AF%20%22code%22.log`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
  });

  it('needs no path for the only file of a source, and asks for one where there are several', async () => {
    const whole = await (await call(raw, {}, source.id)).text();
    expect(whole).toBe(EVENTS.map((event) => `${event.raw}\n`).join(''));
    const { rows } = await pool().query(
      `INSERT INTO file (id, source_id, path, state, bytes) VALUES (nextval('file_id'), $1, 'second.log', 'ready', 0) RETURNING id`,
      [source.id],
    );
    expect(await problem(call(raw, {}, source.id))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^path: /),
    });
    await pool().query('DELETE FROM file WHERE id = $1', [rows[0].id]);
  });

  it('exports lines of JSON, oldest first', async () => {
    const text = await (await call(exported, { q: 'user:bob', format: 'ndjson' })).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { message: string });
    expect(lines.map(({ message }) => message)).toEqual(
      EVENTS.filter((_, index) => index !== 4).map(({ message }) => message),
    );
  });

  it('exports a table in which no cell is a formula', async () => {
    // `text()` would take the byte order mark away.
    const text = Buffer.from(await (await call(exported, { format: 'csv' })).arrayBuffer()).toString();
    const rows = text.split('\r\n');
    expect(rows[0]).toMatch(/^\uFEFFid,time,type,severity,message,/);
    expect(rows).toHaveLength(27);
    expect(rows[5]).toContain(`,"'@alice, ""a""",`);
    expect(rows[6]).toContain(`,"'=HYPERLINK(""http://example.org"")",`);
  });

  it('answers a wrong question with an error and not with a broken file', async () => {
    expect(await problem(call(exported, { q: '(' }))).toMatchObject({ status: 400, code: 'query' });
  });
});

describe('what cannot be answered', () => {
  it.each([
    [() => call(events, { q: 'user:(a or' }), { status: 400, code: 'query', at: expect.anything() }],
    [
      () => call(events, { limit: '0' }),
      { status: 400, code: 'bad-request', message: expect.stringMatching(/^limit: /) },
    ],
    [
      () => call(events, { type: 'nonsense' }),
      { status: 400, message: expect.stringMatching(/^type: "nonsense" is not a log type/) },
    ],
    [() => call(events, { from: 'yesterdayish' }), { status: 400, message: expect.stringMatching(/^from: /) }],
    [() => call(timeline, { to: '+200000-01-01T00:00:00Z' }), { status: 400, message: expect.stringMatching(/^to: /) }],
    [() => call(timeline, { buckets: '1e9' }), { status: 400, message: expect.stringMatching(/^buckets: /) }],
    [() => call(timeline, { by: 'time' }), { status: 400, message: expect.stringMatching(/^by: /) }],
    [() => call(facets), { status: 400, message: expect.stringMatching(/^fields: /) }],
    [() => call(facets, { fields: ',' }), { status: 400, message: expect.stringMatching(/^fields: /) }],
    [() => call(oneEvent, {}, '999999999-1'), { status: 404, code: 'not-found' }],
    [() => call(oneEvent, {}, 'constructor'), { status: 404 }],
    [() => call(oneEvent, {}, '99999999999-1'), { status: 404 }],
    [() => call(unknown), { status: 404, code: 'not-found', message: expect.stringMatching(/openapi\.json/) }],
    [() => call(oneSource, {}, 'nobody'), { status: 404, code: 'not-found' }],
    [() => call(raw, { path: '../../etc/passwd' }, '00000000-0000-0000-0000-000000000000'), { status: 404 }],
    [() => call(raw, {}, '00000000-0000-0000-0000-000000000000'), { status: 404 }],
    [() => call(deleteSource, {}, 'nobody', { method: 'DELETE' }), { status: 404 }],
    [() => call(patchSource, {}, 'nobody', { method: 'PATCH', body: '{}' }), { status: 404 }],
    [
      () => call(patchSource, {}, 'x', { method: 'PATCH', body: '{' }),
      { status: 400, message: 'the body is not JSON' },
    ],
    [
      () => call(patchSource, {}, 'x', { method: 'PATCH', body: ' '.repeat(70_000) }),
      { status: 400, message: expect.stringMatching(/longer than 65536 bytes/) },
    ],
    [
      () => call(patchSource, {}, 'x', { method: 'PATCH', body: '{"year":1}' }),
      { status: 400, message: expect.stringMatching(/^year: /) },
    ],
  ])('is said with a status and a reason (%#)', async (ask, expected) => {
    expect(await problem(ask())).toMatchObject(expected);
  });
});

it('says whether it is ready, and gives figures to Prometheus', async () => {
  expect((await call(ready)).status).toBe(200);
  const text = await (await call(metrics)).text();
  expect(text).toContain('trackway_sources{state="ready"} 1\n');
  expect(text).toContain('\ntrackway_events 25\n');
});
