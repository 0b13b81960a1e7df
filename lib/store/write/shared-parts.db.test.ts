import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHARSET } from '@/lib/blocks';
import { FIELDS, LogEvent } from '@/lib/events';
import { sql } from '@/lib/query';
import { closeStore, pool } from '../client';
import { EVENT_COLUMNS, type EventRow, ROW_COLUMNS } from '../event-rows';
import { readOnly } from '../read-only';
import { clearStore } from '../test-rows';
import { wholeRows } from '../whole-rows';
import { rebuildColumns } from './rebuild-columns';
import { SegmentWriter } from './segment-writer';

const EVENTS = 4000;

const word = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom('alice', 'bob%1$s', null) },
  { weight: 1, arbitrary: fc.constantFrom('ü\u{1F600}', 'x\0y', '%', '', 'a b') },
);
const attribute = fc.oneof(
  fc.constantFrom<(string | number | boolean)[]>('5', 5, true, 'high', '{"a":1}'),
  fc.string(),
);
const attributes = fc.dictionary(
  fc.constantFrom('level', 'user.groups', 'user.extra.id', 'source.id', 'destination.id', '__proto__', 'a"b\\'),
  attribute,
  { maxKeys: 5 },
);

/** Few values, so that combinations repeat, and texts that follow from them, or nearly. */
const arbitraryLogEvent = fc
  .record({
    words: fc.array(word, { minLength: 11, maxLength: 11 }),
    status: fc.constantFrom(200, 404, null),
    port: fc.option(fc.integer({ min: 1, max: 9 })),
    attributes: fc.oneof({ weight: 8, arbitrary: fc.constant({ level: 'Metadata', id: 7 }) }, attributes),
    own: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.string()),
    guess: fc.constantFrom(0, 0, 3),
  })
  .map(({ words, status, port, attributes: named, own, guess }) => {
    const event = new LogEvent();
    const [user, verb, name, namespace, host, pod, node, srcIp, dstIp, stream, agent] = words;
    Object.assign(event, { user, verb, name, namespace, host, pod, node, srcIp, dstIp, stream, status, srcPort: port });
    event.format = stream === null ? 'klog' : 'json';
    event.userAgent = agent ?? null;
    event.timeGuess = guess;
    event.path = own ?? `/apis/${namespace}/${name}?limit=100%`;
    event.message = own ?? `${user} ${verb} ${name} in ${namespace} ${status} from ${srcIp}:${port}, ${event.path}`;
    for (const [key, value] of Object.entries(named)) event.setAttribute(key, value);
    return event;
  });

const events = fc.sample(arbitraryLogEvent, { seed: 20261129, numRuns: EVENTS });
const client = new Client({ connectionString: process.env.DATABASE_URL });
let segment = 0;

beforeAll(async () => {
  await clearStore();
  await client.connect();
  const writer = await SegmentWriter.open(client, randomUUID(), true);
  segment = writer.id;
  const block = writer.openBlock(1, 0, 1);
  for (const [index, event] of events.entries()) {
    const n = writer.reserve(block);
    const place = { n, file: 1, line: n + 1, lines: index % 3, block, offset: 0, length: 1, spans: null };
    writer.write(event, 'audit', place);
  }
  writer.sealBlock(block, Buffer.from('x\n'), CHARSET.utf8);
  await writer.commit([]);
});

afterAll(async () => {
  await clearStore();
  await client.end();
  await closeStore();
});

describe('events that share parts of their rows', () => {
  test('are in the view as they were written', async () => {
    const { rows } = await pool().query<EventRow>(`SELECT * FROM event WHERE segment = ${segment} ORDER BY n`);
    expect(rows).toHaveLength(EVENTS);
    for (const [n, row] of rows.entries()) {
      const event = events[n];
      if (event === undefined) throw new Error('there are too many rows');
      const stored = Object.fromEntries(FIELDS.map(({ name, column }) => [name, row[column]]));
      expect(stored).toEqual(
        Object.fromEntries(FIELDS.map(({ name, property }) => [name, told(Reflect.get(event, property))])),
      );
      expect({ message: row.message, lines: row.lines, guess: row.time_guess }).toEqual({
        message: told(event.message) ?? '',
        lines: n % 3,
        guess: event.timeGuess,
      });
      expect(ordered(row.attributes)).toEqual(
        ordered(JSON.parse(JSON.stringify(event.attributes).replaceAll('\\u0000', '\uFFFD'))),
      );
    }
  });

  test('leave their rows', async () => {
    const { rows } = await pool().query(
      `SELECT count(*)::int AS rows, count(kind_part)::int AS kinds, count(place_part)::int AS places, count(user_name)::int AS users,
         count(message)::int AS messages, count(path)::int AS paths, count(attributes)::int AS attributes,
         (SELECT count(*)::int FROM event_part WHERE segment = ${segment}) AS parts
       FROM event_row WHERE segment = ${segment}`,
    );
    const { kinds, places, users, messages, paths, attributes: own, parts } = rows[0];
    expect(kinds).toBeGreaterThan(EVENTS / 2);
    expect(places).toBeGreaterThan(EVENTS / 2);
    for (const left of [users, messages, paths, parts]) expect(left).toBeLessThan(EVENTS * 0.6);
    expect(own).toBeLessThan(EVENTS * 0.8);
  });

  test('are made whole the same without the view', async () => {
    const whole = await readOnly((reader) =>
      wholeRows(
        reader,
        sql`SELECT ${ROW_COLUMNS} FROM event_row AS event WHERE event.segment = ${segment} ORDER BY event.n`,
      ),
    );
    const viewed = await readOnly((reader) =>
      reader.rows<EventRow>(sql`SELECT ${EVENT_COLUMNS} FROM event WHERE event.segment = ${segment} ORDER BY event.n`),
    );
    expect(whole.map((row) => visible(row, viewed[0]))).toEqual(viewed.map((row) => visible(row, row)));
  });

  test('give the columns that were stored with them when these are made anew', async () => {
    const question = `SELECT name, chunk, codec, data FROM column_block WHERE segment = ${segment} ORDER BY name, chunk`;
    const { rows: before } = await pool().query(question);
    await rebuildColumns(client, segment);
    const { rows: after } = await pool().query(question);
    expect(after.map(({ name, chunk }) => `${name} ${chunk}`)).toEqual(
      before.map(({ name, chunk }) => `${name} ${chunk}`),
    );
  });
});

/** A value as a row gives it. */
function told(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value === '' ? null : value.replaceAll('\0', '\uFFFD');
}

/** The columns of a row that another one has, attributes in one order. */
function visible(row: EventRow, like: EventRow | undefined): unknown {
  const columns = Object.keys(like ?? {}).map((column) => [column, row[column]]);
  return { ...Object.fromEntries(columns), attributes: ordered(row.attributes) };
}

function ordered(attributes: unknown): unknown {
  return attributes === null ? null : Object.entries(attributes as object).sort();
}
