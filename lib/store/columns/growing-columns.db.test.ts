import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { eventsParameters, facetsParameters, selectionParameters, timelineParameters } from '@/lib/interface';
import { printQuery } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { readEvents } from '../read-events';
import { readFacets } from '../read-facets';
import { readTimeline } from '../read-timeline';
import { createStream } from '../streams';
import { clearStore, insertSource } from '../test-rows';
import { batchOf, noTally, unitOf } from '../test-stream';
import { OPEN_LIMITS } from '../write/open-segment';
import { connectReader } from '../write/reader-connection';
import { rebuildColumns } from '../write/rebuild-columns';
import type { Unit } from '../write/stream-batch';
import { StreamCommitter } from '../write/stream-committer';
import { columnEngine } from '.';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 500) / 20;
const PUSHES = 5;
const FIELDS = ['type', 'severity', 'user', 'status', 'src_ip', 'source', 'pattern', 'b.c', 'Retries'];

const units = fc.sample(arbitraryEvent, { seed: 20261130, numRuns: 60 }).map((generated, index): Unit => {
  const fields = [...generated.fields].map(([name, value]) => [
    name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    value,
  ]);
  const text = `{"index":${index},"text":${JSON.stringify(generated.text.replaceAll('\n', ' '))}}`;
  return unitOf(text, generated.type, (event) => {
    Object.assign(event, Object.fromEntries(fields));
    event.format = event.format === null || event.format === '' ? 'plain' : event.format;
    event.message = generated.message;
    event.severity = generated.severity;
    event.time = generated.time === null ? null : generated.time + index * 61_777_000;
    for (const [name, value] of generated.attributes) event.setAttribute(name, value);
  });
});

async function answers(q: string) {
  const { count } = await countEvents(selectionParameters.parse({ q }));
  const facets = await readFacets(facetsParameters.parse({ q, fields: FIELDS.join(','), limit: 7 }));
  const timelines = [];
  for (const by of [undefined, 'severity', 'user']) {
    timelines.push(await readTimeline(timelineParameters.parse({ q, by, buckets: 20 })));
  }
  const pages = [];
  for (const order of ['desc', '-status', 'user'])
    pages.push(await readEvents(eventsParameters.parse({ q, order, limit: 9 })));
  return { count, facets, timelines, pages };
}

/** By SQL, since nothing says that the columns could be made. */
async function answersBySql(q: string) {
  await pool().query('UPDATE segment SET growth = NULL, columns = false WHERE growth IS NOT NULL');
  const answer = await answers(q);
  await pool().query(`UPDATE segment SET growth = 'growing' WHERE NOT columns`);
  return answer;
}

beforeEach(clearStore);
afterAll(closeStore);

test.each([
  ['made of rows', 1000],
  ['made of stored parts and the rows behind them', 7],
])(
  'whatever is asked while a stream grows, its columns in memory and SQL give the same answers: %s',
  async (_, partEvents) => {
    const client = await connectReader('trackway test receiver');
    const limits = { ...OPEN_LIMITS, partEvents };
    let committer = new StreamCommitter(client, noTally, limits);
    const { id } = await createStream('growing');
    await insertSource([{ raw: 'stored', time: '2026-01-31T12:00:00Z', fields: { user: 'jane' } }]);
    let found = 0;
    for (let push = 0; push < PUSHES; push += 1) {
      await committer.commit([
        batchOf(id, units.slice((push * units.length) / PUSHES, ((push + 1) * units.length) / PUSHES)),
      ]);
      // The process that asks, and at times the one that writes, knows nothing of before.
      const { rows } = await pool().query<{ id: number }>('SELECT id FROM segment');
      columnEngine().cache.forget(new Set(rows.map((row) => row.id)));
      if (push % 2 === 1) committer = new StreamCommitter(client, noTally, limits);
      expect((await answers('')).count).toBe(1 + ((push + 1) * units.length) / PUSHES);
      await fc.assert(
        fc.asyncProperty(arbitraryQuery.map(printQuery), async (q) => {
          const fromColumns = await answers(q);
          expect(fromColumns).toEqual(await answersBySql(q));
          if (fromColumns.count > 0) found += 1;
        }),
        { numRuns: RUNS / PUSHES },
      );
    }
    expect(found).toBeGreaterThan(RUNS / 10);
    const { rowCount: parts } = await pool().query('SELECT FROM column_part');
    expect((parts ?? 0) > 0).toBe(partEvents < units.length);
    const grown = await answers('user:*');
    const [segment] = await committer.retire(Date.now() + 25 * 60 * 60 * 1000);
    expect(segment).toBeDefined();
    expect(await answers('user:*')).toEqual(grown);
    await rebuildColumns(client, segment ?? 0);
    expect(await answers('user:*')).toEqual(grown);
    expect((await pool().query('SELECT FROM column_part')).rowCount).toBe(0);
    await client.end();
  },
  120_000,
);

test('rows of a growing segment are read once, and no question is answered by SQL', async () => {
  const client = await connectReader('trackway test receiver');
  const committer = new StreamCommitter(client, noTally);
  const { id } = await createStream('growing');
  await committer.commit([batchOf(id, units.slice(0, 30))]);
  await readFacets(facetsParameters.parse({ fields: 'type' }));
  // Were they read again, or by SQL, they would be missed.
  await pool().query('DELETE FROM event_row WHERE n < 20');
  await committer.commit([batchOf(id, units.slice(30, 40))]);
  const facets = await readFacets(facetsParameters.parse({ fields: 'type' }));
  expect(facets.fields.type?.values.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  await client.end();
});

test('of events whose columns are stored apart no rows are read', async () => {
  const client = await connectReader('trackway test receiver');
  const committer = new StreamCommitter(client, noTally, { ...OPEN_LIMITS, partEvents: 10 });
  const { id } = await createStream('growing');
  for (let from = 0; from < 40; from += 10) await committer.commit([batchOf(id, units.slice(from, from + 10))]);
  await committer.commit([batchOf(id, units.slice(40, 45))]);
  await pool().query('DELETE FROM column_part WHERE first_n = 20');
  const kept = new Set([...Array.from({ length: 10 }, (_, index) => 20 + index), 40, 41, 42, 43, 44]);
  await pool().query('DELETE FROM event_row WHERE n <> ALL ($1::int[])', [[...kept]]);
  const facets = await readFacets(facetsParameters.parse({ fields: 'type' }));
  expect(facets.fields.type?.values.reduce((sum, { count }) => sum + count, 0)).toBe(45);
  await client.end();
});
