import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { eventsParameters, facetsParameters, selectionParameters, timelineParameters } from '@/lib/interface';
import { printQuery } from '@/lib/query';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { deleteSource } from '../delete-source';
import { exportEvents } from '../export-events';
import { readEvents } from '../read-events';
import { readFacets } from '../read-facets';
import { readQuery } from '../read-query';
import { readTimeline } from '../read-timeline';
import { createStream } from '../streams';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { batchOf, noTally, unitOf } from '../test-stream';
import { connectReader } from '../write/reader-connection';
import { StreamCommitter } from '../write/stream-committer';
import { compareProof, prove } from '.';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500) / 25;
const USERS = ['ann', 'bob', 'eve'] as const;

function lines(name: string, count: number): TestEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    raw: `${name} ${index} of ${USERS[index % 3]}`,
    time: `2026-01-31T12:00:${String(index % 60).padStart(2, '0')}Z`,
    type: 'audit',
    fields: { user: USERS[index % 3] ?? '', status: 200 + (index % 5) },
  }));
}

const units = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    unitOf(`pushed ${from + index}`, 'audit', (event) => {
      event.user = USERS[(from + index) % 3] ?? '';
      event.time = Date.parse('2026-01-31T12:30:00Z') * 1000 + index;
    }),
  );

const of = (selection: Readonly<Record<string, unknown>>) => selectionParameters.parse(selection);

/** A store of two uploads and a stream that grows; `push` gives it more. */
async function growingStore() {
  const one = await insertSource(lines('one', 90), { name: 'one.log' });
  const two = await insertSource(lines('two', 40), { name: 'two.log', columns: false });
  const client = await connectReader('trackway test receiver');
  const committer = new StreamCommitter(client, noTally);
  const { id } = await createStream('growing');
  const push = (from: number, to: number) => committer.commit([batchOf(id, units(from, to))]);
  await push(0, 30);
  return { one, two, push, end: () => client.end() };
}

beforeEach(clearStore);
afterAll(closeStore);

test('half a character is remembered as PostgreSQL can keep it', async () => {
  const { id, count, selection } = await prove(of({ q: 'half \ud800' }), 'ann');
  expect({ count, q: selection.q }).toEqual({ count: 0, q: 'half \ufffd' });
  expect(await compareProof(id)).toMatchObject({ same: true });
});

test('the same events have the same digest, whatever answers', async () => {
  await insertSource(lines('one', 90));
  await insertSource(lines('two', 40), { partition: true });
  await fc.assert(
    fc.asyncProperty(arbitraryQuery.map(printQuery), async (q) => {
      await pool().query('UPDATE segment SET columns = true');
      const fromColumns = await prove(of({ q }), 'ann');
      await pool().query('UPDATE segment SET columns = false');
      const bySql = await prove(of({ q }), 'ann');
      expect([bySql.count, bySql.digest]).toEqual([fromColumns.count, fromColumns.digest]);
      expect(await compareProof(fromColumns.id)).toMatchObject({ same: true, added: 0, removed: 0, gone: [] });
    }),
    { numRuns: RUNS },
  );
});

test('what was added is counted, and shown exactly', async () => {
  const { push, end } = await growingStore();
  const proof = await prove(of({ q: 'user:ann', type: 'audit' }), 'ann');
  const others = await prove(of({ q: 'user:nobody' }), 'ann');
  expect(proof).toMatchObject({ count: 30 + 14 + 10, by: 'ann', selection: { q: 'user:ann', types: ['audit'] } });
  await push(30, 60);
  await insertSource(lines('three', 9), { name: 'three.log' });
  const comparison = await compareProof(proof.id);
  expect(comparison).toMatchObject({ same: false, added: 13, removed: 0, gone: [], count: 54, now: { count: 67 } });

  const added = of({ q: 'user:ann', since: proof.id });
  expect(await countEvents(added)).toEqual({ count: 13, exact: true });
  const page = await readEvents(eventsParameters.parse({ q: 'user:ann', since: proof.id }));
  const texts = page.events.map(({ message }) => message.split(' ')[0]);
  expect(texts.filter((text) => text === 'pushed')).toHaveLength(10);
  expect(texts.filter((text) => text === 'three')).toHaveLength(3);
  const exported = [];
  for await (const some of exportEvents(added)) exported.push(...some);
  expect(exported.map(({ id }) => id).sort()).toEqual(page.events.map(({ id }) => id).sort());

  // What was there and is not of the selection was not added to it either.
  expect(await countEvents(of({ since: proof.id }))).toEqual(await countEvents(of({ since: others.id })));
  expect(await countEvents(of({ since: proof.id }))).toMatchObject({ count: 39 });
  await end();
});

test('columns, SQL and every call agree on what was added since', async () => {
  const { push, end } = await growingStore();
  const { id: since } = await prove(of({}), 'ann');
  await push(30, 60);
  await insertSource(lines('three', 20), { name: 'three.log' });
  const answers = async (q: string) => {
    const { count } = await countEvents(of({ q, since }));
    const page = await readEvents(eventsParameters.parse({ q, since, limit: 200 }));
    const timeline = await readTimeline(timelineParameters.parse({ q, since, by: 'user', buckets: 7 }));
    const facets = await readFacets(facetsParameters.parse({ q, since, fields: 'user,status,file' }));
    const table = await readQuery(of({ q: `${q === '' ? '*' : q} | count by user, status`, since }));
    const timed = timeline.buckets.reduce((sum, { total }) => sum + total, 0);
    expect([page.events.length, timed + timeline.untimed]).toEqual([count, count]);
    expect(table.rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(count);
    return { count, page, timeline, facets, rows: table.rows };
  };
  for (const q of ['', 'user:ann', 'status>201', 'pushed', 'not user:bob', 'three or "pushed 4"']) {
    const fromColumns = await answers(q);
    await pool().query('UPDATE segment SET columns = false, growth = NULL');
    expect(await answers(q)).toEqual(fromColumns);
    await pool().query(
      "UPDATE segment SET growth = 'growing' WHERE source_id IN (SELECT id FROM source WHERE kind = 'stream')",
    );
    expect(fromColumns.count).toBeGreaterThan(0);
  }
  await end();
});

test('what was removed is counted, with the names of the sources that are gone', async () => {
  const { one, two, end } = await growingStore();
  const proof = await prove(of({ q: 'user:ann' }), 'ann');
  const ofOne = await prove(of({ source: 'one.log' }), 'ann');
  await deleteSource(two.id);
  expect(await compareProof(proof.id)).toMatchObject({ same: false, added: 0, removed: 14, gone: ['two.log'] });
  await deleteSource(one.id);
  expect(await compareProof(proof.id)).toMatchObject({ added: 0, removed: 44, gone: ['one.log', 'two.log'] });
  const nothing = { count: 0, digest: '0000000000000000' };
  expect(await compareProof(ofOne.id)).toMatchObject({ now: nothing, added: 0, removed: 90, gone: ['one.log'] });
  await end();
});

test('relative times keep the meaning that they had', async () => {
  await insertSource([
    { raw: 'now', time: new Date(Date.now() - 60_000).toISOString() },
    { raw: 'old', time: '2020-01-01T00:00:00Z' },
  ]);
  const proof = await prove(of({ from: 'now-1h', to: 'now' }), 'ann');
  expect(proof.selection.from).toBe(new Date(Date.parse(proof.at) - 3_600_000).toISOString());
  await pool().query("UPDATE proof SET at = at - interval '1 year'");
  expect(await compareProof(proof.id)).toMatchObject({ same: true, count: 1 });
});

test('a proof that is not there is named', async () => {
  await expect(compareProof('nothing')).rejects.toThrow('there is no proof "nothing"');
  await expect(countEvents(of({ since: 'nothing' }))).rejects.toThrow('since: there is no proof "nothing"');
});
