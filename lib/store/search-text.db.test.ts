import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeStore, pool } from './client';
import { countEvents } from './count-events';
import { clearStore, insertSource, type TestSource } from './test-rows';

const LINES = [
  'plain needle in a line',
  '{"msg":"a \\"quoted\\" word and <tag>"}',
  JSON.stringify({ log: `${JSON.stringify({ msg: 'inner "deep" text' })}\n` }),
  '{"msg":"\\u003ca href\\u003e \\u0026 more"}',
  'Grüße aus KÖLN',
  'first half of a split rec',
  'ord, needleless',
  'UPPER Needle Case',
  'node-1.example.org 10.20.30.40',
];

let source: TestSource;

beforeAll(async () => {
  await clearStore();
  source = await insertSource(
    LINES.map((raw) => ({ raw })),
    { eventsPerBlock: 2 },
  );
});
afterAll(closeStore);

const found = async (q: string) => (await countEvents({ type: [], q })).count;

it.each([
  ['needle', 3],
  ['NEEDLE', 3],
  ['"needle in"', 1],
  ['"\\"quoted\\" word"', 1],
  ['"\\"deep\\" text"', 1],
  ['"<a href>"', 1],
  ['"<tag>"', 1],
  ['"& more"', 1],
  ['köln', 1],
  ['grüß*köln', 1],
  ['10.20.30.40', 1],
  ['20.30', 1],
  ['ne?dle', 3],
  ['needle*line', 1],
  ['line*needle', 0],
  ['e', 9],
  ['"line\\n{"', 0],
])('%s stands in %i events', async (q, count) => {
  expect([q, await found(q)]).toEqual([q, count]);
});

it('finds what stands in a further piece of an event, in another block', async () => {
  // The last block's first line becomes a piece of the very first event.
  const whole = await insertSource([{ raw: 'opening words' }, { raw: 'x' }, { raw: 'closing zebra' }], {
    eventsPerBlock: 2,
  });
  await pool().query('UPDATE event_row SET spans = $2 WHERE segment = $1 AND n = 0', [whole.segment, [1, 0, 13]]);
  await pool().query('DELETE FROM event_row WHERE segment = $1 AND n = 2', [whole.segment]);
  await pool().query('UPDATE raw_block SET pieces = NULL WHERE segment = $1', [whole.segment]);
  expect(await found('zebra')).toBe(1);
  expect(await found('closing*zebra and opening')).toBe(1);
});

it('looks only into the source that was asked about, and many at once get the same answer', async () => {
  expect((await countEvents({ type: [], q: 'zebra', source: source.id })).count).toBe(0);
  const counts = await Promise.all(Array.from({ length: 8 }, () => found('split or case')));
  expect(counts).toEqual(Array.from({ length: 8 }, () => 2));
});
