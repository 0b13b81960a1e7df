import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { LOG_TYPES } from '@/lib/events';
import { eventsParameters, type SearchProgress, selectionParameters } from '@/lib/interface';
import { packPieces } from '@/lib/originals';
import { parseQuery, queryPredicate } from '@/lib/query';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { readEvents } from '../read-events';
import { searchWithProgress } from '../search-progress';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { OriginalSearch } from './original-search';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500) / 2;
const WORDS = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett'];
const NOW = new Date('2026-02-01T00:00:00Z');

/** Times that go back and forth between the blocks; some events have none. */
function timeOf(index: number): string | undefined {
  if (index % 17 === 0) return undefined;
  return new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % 1200) * 60_000).toISOString();
}

function eventOf(index: number): TestEvent {
  const word = (step: number) => WORDS[(index * step + (index >> 3)) % WORDS.length] ?? '';
  const record = {
    index,
    note: `${word(1)} ${word(3)}-${index % 23}`,
    spec: {
      hostNetwork: index % 5 === 0,
      replicas: index % 7,
      containers: [{ image: word(7) }, { image: `${word(2)}:1` }],
    },
    notes: { 'example.org/team': word(9) },
    pod: { privileged: index % 2 === 0 },
  };
  const json = JSON.stringify(record);
  const time = timeOf(index);
  return {
    raw: index % 3 === 0 ? JSON.stringify({ log: `${json}\n`, stream: 'stdout' }) : `2026 head ${json}`,
    message: record.note,
    type: LOG_TYPES[index % 5] ?? 'node',
    fields: { user: `user ${index % 9}`, status: 200 + (index % 4) },
    ...(index >= 600 ? { attributes: { 'spec.replicas': 99 } } : {}),
    ...(time === undefined ? {} : { time }),
  };
}

const EVENTS = Array.from({ length: 700 }, (_, index) => eventOf(index));

beforeAll(async () => {
  await clearStore();
  await insertSource(EVENTS.slice(0, 500), { partition: true, eventsPerBlock: 5, path: 'a.log' });
  const older = await insertSource(EVENTS.slice(500, 600), { eventsPerBlock: 5, path: 'b.log' });
  await pool().query('UPDATE raw_block SET pieces = NULL WHERE segment = $1', [older.segment]);
  await insertSource(EVENTS.slice(600), { eventsPerBlock: 5, path: 'c.log' });
});
afterAll(closeStore);

const word = fc.constantFrom(...WORDS);
const leaf = fc.oneof(
  word,
  fc.tuple(word, fc.nat(22)).map(([one, number]) => `"${one}-${number}"`),
  fc.tuple(word, word).map(([one, other]) => `${one}*${other}`),
  word.map((one) => `/${one}[- ](\\d|${one})/`),
  word.map((one) => `/^2026.*${one.slice(0, 3)}/`),
  word.map((one) => `/(${one}|zulu)-1\\d/`),
  word.map((one) => `spec.containers.image:${one}*`),
  word.map((one) => `spec.containers.1.image:${one}\\:1`),
  word.map((one) => `notes.example.org/team:(${one} or /^${one.slice(0, 2)}/)`),
  word.map((one) => `note:*${one}*`),
  fc.constantFrom(
    'spec.hostNetwork:true',
    'spec.replicas>=5',
    'spec.replicas:99',
    'log:*',
    'spec:*',
    'missing.path:x',
    'pod.privileged:true',
  ),
  fc.nat(8).map((number) => `user:"user ${number}"`),
  fc.constantFrom('status:200', 'type:audit', 'severity:error', 'time>2026-01-01T12:00'),
);
const query = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(tie('query'), tie('query')).map(([one, other]) => `(${one}) and (${other})`),
    fc.tuple(tie('query'), tie('query')).map(([one, other]) => `(${one}) or (${other})`),
    tie('query').map((one) => `not (${one})`),
  ),
})).query;

/** What a look at each event finds, newest or oldest first, as the places in `EVENTS`. */
function expected(q: string, descending: boolean): number[] {
  const isMatch = queryPredicate(parseQuery(q), NOW);
  const found = EVENTS.flatMap((event, index) => (isMatch(seen(event, index)) ? [index] : []));
  const key = (index: number) => {
    const time = EVENTS[index]?.time;
    return time === undefined ? null : Date.parse(time);
  };
  const sign = descending ? -1 : 1;
  return found.sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return a === b ? sign * (one - other) : a === null ? 1 : -1;
    return sign * (a - b || one - other);
  });
}

function seen(event: TestEvent, index: number): Parameters<ReturnType<typeof queryPredicate>>[0] {
  return {
    type: event.type ?? 'node',
    severity: null,
    time: event.time === undefined ? null : Date.parse(event.time) * 1000,
    message: event.message ?? '',
    text: event.raw,
    field: (name) =>
      name === 'user' ? (event.fields?.user ?? null) : name === 'status' ? (event.fields?.status ?? null) : null,
    attribute: (name) => (index >= 600 && name === 'spec.replicas' ? 99 : null),
    knowsAttribute: (name) => index >= 600 && name === 'spec.replicas',
  };
}

async function page(q: string, order: string, cursor?: string) {
  const { events, next } = await readEvents(eventsParameters.parse({ q, order, limit: 20, cursor }));
  return { indexes: events.map(indexOf), next };
}

/** The head of every message is not told apart, but the line in its file is. */
function indexOf({ source: { path, line } }: { source: { path: string; line: number } }): number {
  return line - 1 + (path === 'a.log' ? 0 : path === 'b.log' ? 500 : 600);
}

test('a look at each event, the columns and SQL find the same, and pages come in the same order', async () => {
  let some = 0;
  await fc.assert(
    fc.asyncProperty(query, fc.boolean(), fc.boolean(), async (q, descending, pageFirst) => {
      const all = expected(q, descending);
      if (all.length > 0 && all.length < EVENTS.length) some += 1;
      const order = descending ? 'desc' : 'asc';
      await pool().query('UPDATE segment SET columns = true');
      // The page before or after the whole search: what is searched already must make no difference.
      if (!pageFirst) expect([q, (await countEvents(selectionParameters.parse({ q }))).count]).toEqual([q, all.length]);
      const first = await page(q, order);
      expect([q, first.indexes]).toEqual([q, all.slice(0, 20)]);
      if (first.next !== null) expect((await page(q, order, first.next)).indexes).toEqual(all.slice(20, 40));
      expect([q, (await countEvents(selectionParameters.parse({ q }))).count]).toEqual([q, all.length]);
      await pool().query('UPDATE segment SET columns = false');
      expect([q, (await page(q, order)).indexes]).toEqual([q, all.slice(0, 20)]);
    }),
    { numRuns: RUNS },
  );
  expect(some).toBeGreaterThan(RUNS / 5);
}, 600_000);

describe('a search', () => {
  it('of a part leaves the rest to the next question', async () => {
    await pool().query('UPDATE segment SET columns = true');
    const q = '/[i]ndia h[o]tel/';
    const all = expected(q, true);
    const narrow = { q, from: '2026-01-01T03:00:00Z', to: '2026-01-01T04:00:00Z' };
    const inside = all.filter((index) => {
      const time = EVENTS[index]?.time ?? '';
      return time >= '2026-01-01T03' && time < '2026-01-01T04';
    });
    const searched: number[] = [];
    for (const selection of [narrow, { q }]) {
      for await (const progress of searchWithProgress(selectionParameters.parse(selection))) {
        if (!progress.done) continue;
        searched.push(progress.blocks);
        expect(progress.found).toBe(selection === narrow ? inside.length : all.length);
      }
    }
    // Only blocks of that hour's events, then all.
    expect(searched[0]).toBeLessThan((searched[1] ?? 0) / 2);
    expect(searched[1]).toBe(140);
  });

  it('for a page ends when it is full', async () => {
    const steps = vi.spyOn(OriginalSearch.prototype, 'step');
    const q = '/[0-9] [a-z]|e/';
    const { indexes } = await page(q, 'desc');
    expect(indexes).toEqual(expected(q, true).slice(0, 20));
    const units = steps.mock.calls.reduce((sum, [count]) => sum + (count ?? Number.POSITIVE_INFINITY), 0);
    expect(units).toBeLessThan(140);
    steps.mockRestore();
  });

  it('for a page looks at the segments that are nearest first, and at no others once it is full', async () => {
    const steps = vi.spyOn(OriginalSearch.prototype, 'step');
    for (let hour = 0; hour < 8; hour += 1) {
      const time = (minute: number) => `2026-03-01T0${hour}:${String(minute).padStart(2, '0')}:00Z`;
      const events = Array.from({ length: 30 }, (_, minute) => ({
        raw: `lantern ${hour} ${minute}`,
        time: time(minute),
      }));
      await insertSource(events, { eventsPerBlock: 1, path: `${hour}.log` });
    }
    const { events } = await readEvents(eventsParameters.parse({ q: 'lantern', order: 'desc', limit: 20 }));
    expect(events.map(({ message }) => message)).toEqual(
      Array.from({ length: 20 }, (_, index) => `lantern 7 ${29 - index}`),
    );
    const search = steps.mock.contexts.at(-1);
    expect(search instanceof OriginalSearch && search.progress.blocks).toBe(60);
    expect((await countEvents(selectionParameters.parse({ q: 'lantern' }))).count).toBe(240);
    steps.mockRestore();
  });

  it('where columns are missing tells how many events there are all the same', async () => {
    await pool().query('UPDATE segment SET columns = false');
    const last = async (q: string) => {
      let progress: SearchProgress | null = null;
      for await (const part of searchWithProgress(selectionParameters.parse({ q }))) progress = part;
      return progress;
    };
    const q = 'hotel-1* spec.hostNetwork:true';
    expect(await last(q)).toMatchObject({ found: expected(q, true).length, done: true });
    expect((await last('spec.hostNetwork:true /[g]olf/'))?.blocks).toBeGreaterThan(100);
    await pool().query('UPDATE segment SET columns = true');
  });

  it('that nothing can prune says so', async () => {
    const last = async (q: string) => {
      let prunes: boolean | null = null;
      for await (const progress of searchWithProgress(selectionParameters.parse({ q }))) prunes = progress.prunes;
      return prunes;
    };
    expect(await last('zz')).toBe(false);
    expect(await last('zzzz')).toBe(true);
    expect(await last('/zzzz|[0-9]/')).toBe(false);
    expect(await last('unknown.name:x')).toBe(true);
  });
});

it.each([
  ['stored with their blocks', true],
  ['asked from the events', false],
] as const)(
  'looks at an event in several pieces as a whole, but for words, of which one piece must hold all: pieces %s',
  async (_where, stored) => {
    const { id, segment } = await insertSource(
      [{ raw: '{"zeta":{"open":' }, { raw: 'x' }, { raw: '"closing zebra"}}' }, { raw: 'y' }],
      { eventsPerBlock: 2 },
    );
    await pool().query('UPDATE event_row SET spans = $2 WHERE segment = $1 AND n = 0', [segment, [1, 0, 17]]);
    await pool().query('DELETE FROM event_row WHERE segment = $1 AND n = 2', [segment]);
    const pieces = packPieces([undefined, { offset: 18, length: 1 }]);
    await pool().query('UPDATE raw_block SET pieces = $2 WHERE segment = $1 AND block = 1', [segment, pieces]);
    if (!stored) await pool().query('UPDATE raw_block SET pieces = NULL WHERE segment = $1', [segment]);
    for (const columns of [true, false]) {
      await pool().query('UPDATE segment SET columns = $1', [columns]);
      for (const [q, count] of [
        ['/open.*zebra/', 1],
        ['/zebra"}}$/', 1],
        ['/^"closing/', 0],
        ['zeta.open:*zebra', 1],
        ['zeta.open:zebra', 0],
        ['"closing zebra"', 1],
        ['open*zebra', 0],
      ] as const) {
        expect([q, (await countEvents(selectionParameters.parse({ q, source: id }))).count]).toEqual([q, count]);
      }
    }
  },
);
