import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  compareAnswer,
  contextAnswer,
  countAnswer,
  errorAnswer,
  eventsAnswer,
  explainAnswer,
  facetsAnswer,
  filesAnswer,
  oneEventAnswer,
  overviewAnswer,
  queryAnswer,
  searchProgress,
  sourceAnswer,
  sourcesAnswer,
  streamsAnswer,
  timelineAnswer,
} from '@/lib/interface';
import { closeStore, pool } from '@/lib/store';
import { clearStore, insertSource, type TestEvent, type TestSource } from '@/lib/store/test-rows';
import { GET as metrics } from '../metrics/route';
import { GET as ready } from '../readyz/route';
import { GET as unknown } from './[...path]/route';
import { GET as compare } from './compare/route';
import { GET as count } from './count/route';
import { GET as context } from './events/[id]/context/route';
import { GET as oneEvent } from './events/[id]/route';
import { GET as events } from './events/route';
import { GET as explain } from './explain/route';
import { GET as exported } from './export/route';
import { GET as facets } from './facets/route';
import { GET as overview } from './overview/route';
import { GET as query } from './query/route';
import { GET as search } from './search/route';
import { GET as sourceFiles } from './sources/[id]/files/route';
import { GET as raw } from './sources/[id]/raw/route';
import { DELETE as deleteSource, GET as oneSource, PATCH as patchSource } from './sources/[id]/route';
import { GET as sources } from './sources/route';
import { POST as createStream, GET as streams } from './streams/route';
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

/** Files `pods/0000.log` … that were read; every tenth failed, the second is all plain. */
async function insertFiles(id: string, count: number): Promise<void> {
  await pool().query(
    `INSERT INTO file (id, source_id, path, state, format, type, lines, lines_read, plain)
     SELECT nextval('file_id'), $1, 'pods/' || lpad(place::text, 4, '0') || '.log',
       CASE WHEN place % 10 = 0 THEN 'failed' ELSE 'ready' END, 'cri', 'application', place, 10,
       CASE WHEN place = 1 THEN 1 ELSE 0 END
     FROM generate_series(0, $2::int - 1) AS place`,
    [id, count],
  );
}

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

  it('creates a stream, which is a source that is corrected as a whole', async () => {
    const init = { method: 'POST', body: '{"name":" cart "}' };
    const created = await call(createStream, {}, '', init);
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    expect((await answer(streamsAnswer, call(streams))).streams).toMatchObject([
      { id, name: 'cart', seenAt: null, events: 0, eventsPerSecond: 0, unparsedShare: null },
    ]);
    expect(await answer(sourceAnswer, call(oneSource, {}, id))).toMatchObject({
      kind: 'stream',
      state: 'ready',
      files: [],
    });
    const corrected = await call(patchSource, {}, id, { method: 'PATCH', body: '{"type":"audit"}' });
    expect(await corrected.json()).toMatchObject({ state: 'ready', corrections: { type: 'audit' } });
    const patch = { method: 'PATCH', body: '{"type":"audit","path":"a.log"}' };
    expect(await problem(call(patchSource, {}, id, patch))).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await problem(call(createStream, {}, '', { method: 'POST', body: '{"name":" "}' }))).status).toBe(400);
    await call(deleteSource, {}, id);
    expect((await answer(streamsAnswer, call(streams))).streams).toEqual([]);
  });

  it('gives a source without its files, and all its files however many they are', async () => {
    expect(await answer(sourceAnswer, call(oneSource, { files: '0' }, source.id))).toMatchObject({
      fileCount: 1,
      files: [],
    });
    const { id } = await insertSource([], { name: 'many files' });
    await insertFiles(id, 2500);
    const one = await answer(sourceAnswer, call(oneSource, {}, id));
    const paths = one.files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(2501);
    expect(paths).toEqual([...paths].sort());
    await call(deleteSource, {}, id);
  });

  it('gives files by the page, filtered and in order, with exact totals', async () => {
    const { id } = await insertSource([], { name: 'pages of files', path: 'z/last.log' });
    await insertFiles(id, 250);
    const page = async (asked: Record<string, string>) => {
      const { files, matching, total } = await answer(filesAnswer, call(sourceFiles, asked, id));
      return { paths: files.map(({ path }) => path), matching, total };
    };
    const first = await page({ limit: '2' });
    expect(first).toMatchObject({ paths: ['pods/0000.log', 'pods/0001.log'], matching: 251 });
    expect(first.total).toEqual({
      files: 251,
      linesRead: 250 * 10,
      problems: 25,
      guessed: 0,
      corrected: 0,
      pending: 0,
      states: [
        { state: 'failed', files: 25 },
        { state: 'ready', files: 226 },
      ],
      formats: [
        { format: 'cri', files: 250 },
        { format: 'plain', files: 1 },
      ],
    });
    expect(await page({ path: ' PODS/024 ', order: 'lines', direction: 'desc', limit: '3' })).toMatchObject({
      paths: ['pods/0249.log', 'pods/0248.log', 'pods/0247.log'],
      matching: 10,
    });
    expect(await page({ order: 'path', direction: 'desc', limit: '1', offset: '250' })).toMatchObject({
      paths: ['pods/0000.log'],
    });
    expect(await page({ state: 'problems', limit: '0' })).toMatchObject({ paths: [], matching: 25 });
    expect(await page({ state: 'ready', format: 'cri', limit: '1' })).toMatchObject({ matching: 225 });
    expect(await page({ path: '%', limit: '1' })).toMatchObject({ paths: [], matching: 0 });
    expect(await page({ order: 'plain', direction: 'desc', limit: '1' })).toMatchObject({ paths: ['pods/0001.log'] });
    expect((await call(sourceFiles, { limit: '1001' }, id)).status).toBe(400);
    expect((await call(sourceFiles, {}, 'none')).status).toBe(404);
    await call(deleteSource, {}, id);
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

  it('answers a query with steps as a table', async () => {
    const q = 'type:audit | count, max severity by user | sort user';
    const table = await answer(queryAnswer, call(query, { q }));
    expect(table).toMatchObject({
      columns: ['user', 'count', 'max_severity'],
      rows: [
        ['@alice, "a"', 1, 'info'],
        ['bob', 12, 'info'],
      ],
      total: 2,
      truncated: false,
      exact: true,
      words: 'Events where type is audit; how many there are and the largest severity for each user; sorted by user.',
    });
    expect(table.kinds.map(({ kind }) => kind)).toEqual(['text', 'integer', 'severity']);
    expect((await answer(queryAnswer, call(query, { type: 'audit' }))).rows).toHaveLength(13);
  });

  it('takes a query with steps everywhere, and looks at the events that they work on', async () => {
    const q = 'type:audit | where user:bob | top 1 user';
    expect((await answer(countAnswer, call(count, { q }))).count).toBe(12);
    expect((await answer(eventsAnswer, call(events, { q }))).events).toHaveLength(12);
    const line = await answer(timelineAnswer, call(timeline, { q, buckets: '1' }));
    expect(line.buckets).toMatchObject([{ total: 12 }]);
    const facet = await answer(facetsAnswer, call(facets, { q, fields: 'user' }));
    expect(facet.fields.user?.values).toEqual([{ value: 'bob', count: 12 }]);
    expect((await (await call(exported, { q })).text()).trimEnd().split('\n')).toHaveLength(12);
    const wrong = { status: 400, code: 'query', at: { from: 4, to: 9 } };
    for (const handler of [count, events, timeline, exported, query]) {
      expect(await problem(call(handler, { q: '* | cuont' }))).toMatchObject(wrong);
    }
  });

  it('compares a range with the rest, and says what it needs', async () => {
    const range = { from: '2024-05-01T10:00:00Z', to: '2024-05-01T10:00:05Z' };
    const { selection, baseline, fields } = await answer(compareAnswer, call(compare, range));
    expect([selection.events, baseline.events, baseline.rest]).toEqual([5, 20, true]);
    // Five events are too few for chance to be ruled out among so many values.
    expect(fields).toEqual([]);
    const wrong = { status: 400, code: 'bad-request' };
    expect(await problem(call(compare))).toMatchObject(wrong);
    expect(await problem(call(compare, { ...range, baselineTo: '2024-05-01T10:00:01Z' }))).toMatchObject(wrong);
  });

  it('finds values by a text in them, those that begin with it first', async () => {
    const ask = async (fields: string, contains: string) =>
      (await answer(facetsAnswer, call(facets, { fields, contains, limit: '5' }))).fields[fields];
    expect(await ask('user', 'A')).toEqual({
      distinct: 1,
      missing: 0,
      values: [{ value: '@alice, "a"', count: 1 }],
    });
    expect((await ask('user', 'b'))?.values).toEqual([{ value: 'bob', count: 24 }]);
    expect(await ask('user', "%' OR 1=1")).toEqual({ distinct: 0, missing: 0, values: [] });
    expect((await ask('severity', 'err'))?.values).toEqual([{ value: 'error', count: 1 }]);
    expect((await ask('type', 'T'))?.values).toEqual([
      { value: 'audit', count: 13 },
      { value: 'network', count: 12 },
    ]);
    expect((await ask('file', 'code'))?.values).toEqual([{ value: 'logs/ünï "code".log', count: 25 }]);
    expect(await ask('decision', 'bid')).toEqual({ distinct: 1, missing: 24, values: [{ value: 'forbid', count: 1 }] });
  });

  it('says how far a search is, a line at a time', async () => {
    const response = await call(search, { q: 'line 1* user:bob' });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).trim().split('\n');
    const last = searchProgress.parse(JSON.parse(lines.at(-1) ?? ''));
    expect(last).toEqual({ searched: 7, blocks: 7, found: 24, prunes: false, done: true });
    const wrong = { status: 400, code: 'query', at: { from: 5, to: 6 } };
    for (const handler of [search, count]) expect(await problem(call(handler, { q: '/a/ /(/' }))).toMatchObject(wrong);
  });

  it('explains why nothing matches', async () => {
    const why = await answer(explainAnswer, call(explain, { q: 'user:bob and line and severity:error -user:bob' }));
    expect(why).toMatchObject({ count: 0, total: 25, time: null, types: [], elsewhere: null });
    expect(why.clauses.map(({ text, alone, without, empties }) => [text, alone, without, empties])).toEqual([
      ['user:bob', 24, 0, false],
      ['line', 25, 0, false],
      ['severity:error', 1, 0, false],
      ['-user:bob', 1, 1, true],
    ]);
    expect(why.clauses[3]?.rest).toBe('user:bob and line and severity:error');
  });

  it('says where the same query finds something: in time, in other types, in other sources', async () => {
    const range = { from: '2024-05-01T10:00:10Z', to: '2024-05-01T10:00:12Z' };
    const why = await answer(explainAnswer, call(explain, { q: 'severity:error', type: 'audit', ...range }));
    expect(why).toMatchObject({ count: 0, total: 1, types: [], time: { before: null, after: null, untimed: 0 } });
    const network = await answer(explainAnswer, call(explain, { q: 'severity:error', type: 'network', ...range }));
    expect(network.time).toEqual({ before: { count: 1, time: '2024-05-01T10:00:03.000Z' }, after: null, untimed: 0 });
    const earlier = { from: '2024-05-01T09:00:00Z', to: '2024-05-01T09:30:00Z' };
    const after = await answer(explainAnswer, call(explain, { q: 'user:bob', source: source.id, ...earlier }));
    expect(after).toMatchObject({
      total: 0,
      elsewhere: 0,
      time: { before: null, after: { count: 24, time: '2024-05-01T10:00:00.000Z' } },
    });
    const all = await answer(explainAnswer, call(explain, { q: 'severity:error', type: 'audit' }));
    expect(all.types).toEqual([{ type: 'network', count: 1 }]);
  });

  it('explains the events that steps work on, and keeps the steps', async () => {
    const q = 'user:bbo | where severity:info | count by user';
    const why = await answer(explainAnswer, call(explain, { q }));
    expect(why.clauses.map(({ text, alone, rest }) => [text, alone, rest])).toEqual([
      ['user:bbo', 0, 'severity:info | count by user'],
      ['severity:info', 24, 'user:bbo | count by user'],
    ]);
    expect(why.clauses[0]?.meant[0]?.q).toBe('user:bob and severity:info | count by user');
    expect((await answer(explainAnswer, call(explain, { q: 'user:bbo | top user' }))).clauses[0]?.rest).toBe(
      '* | top user',
    );
  });

  it('names what was meant by a misspelt value or field', async () => {
    const meant = async (q: string) => (await answer(explainAnswer, call(explain, { q }))).clauses[0]?.meant;
    expect(await meant('user:bbo line')).toEqual([{ text: 'bob', count: 24, q: 'user:bob line' }]);
    expect(await meant('usre:bob')).toEqual([{ text: 'user:', count: null, q: 'user:bob' }]);
    expect(await meant('user:"; DROP TABLE event; --"')).toEqual([]);
    expect(await meant('-user:*')).toEqual([]);
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
    [() => call(explain, { q: 'verb:(get' }), { status: 400, code: 'query', at: expect.anything() }],
    [() => call(explain, { q: 'a '.repeat(25) }), { status: 400, message: expect.stringMatching(/^q: at most 12/) }],
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
