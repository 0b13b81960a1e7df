import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsParameters } from '@/lib/interface';
import { closeStore, pool } from './client';
import { readEvents } from './read-events';
import { clearStore, insertSource, type TestEvent, type TestSource } from './test-rows';

const minute = (index: number) => `2024-05-01T10:${String(index).padStart(2, '0')}:00.000Z`;

const EVENTS: readonly TestEvent[] = [
  ...Array.from({ length: 20 }, (_, index) => ({
    raw: `line ${index}`,
    // Two events share each time, so that pages must not lose or repeat one of a pair.
    time: minute(Math.floor(index / 2)),
    fields: {
      user: index % 3 === 0 ? 'alice' : 'bob',
      status: 200 + (index % 4),
      ...(index === 7 ? { pod: 'p7' } : {}),
    },
  })),
  { raw: 'no time 1' },
  { raw: 'no time 2', attributes: { 'a.b': 1, ['__proto__']: 'harmless' } },
];

let source: TestSource;
let other: TestSource;

beforeAll(async () => {
  await clearStore();
  source = await insertSource(EVENTS, { name: 'first, with a comma', partition: true });
  other = await insertSource([{ raw: 'other', time: '2024-05-01T10:03:00.123456Z', type: 'audit', severity: 'error' }]);
});
afterAll(closeStore);

async function pages(parameters: Record<string, unknown>): Promise<string[]> {
  const messages: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    const answer = await readEvents(eventsParameters.parse({ ...parameters, ...(cursor ? { cursor } : {}) }));
    messages.push(...answer.events.map((event) => event.message));
    if (answer.next === null) return messages;
    cursor = answer.next;
  }
  throw new Error('pages without end');
}

describe('a page of events', () => {
  it('shows the newest first and says where each stands', async () => {
    const { events } = await readEvents(eventsParameters.parse({ type: 'audit' }));
    expect(events).toEqual([
      {
        id: `${other.segment}-0`,
        time: '2024-05-01T10:03:00.123456Z',
        timeGuess: [],
        type: 'audit',
        severity: 'error',
        message: 'other',
        fields: { format: 'plain' },
        source: { id: other.id, path: 'logs/a.log', line: 1, lines: 1 },
      },
    ]);
  });

  it.each(['asc', 'desc'])('begins at a moment, whatever answers, ordered by %s', async (order) => {
    const at = '2024-05-01T10:03:00.123456Z';
    const expected = (await pages({ order, limit: 1000 })).filter((message) => {
      const index = Number(/^line (\d+)$/.exec(message)?.[1] ?? Number.NaN);
      if (message === 'other' || message.startsWith('no time')) return true;
      return order === 'desc' ? index < 8 : index >= 8;
    });
    expect(expected).toHaveLength(order === 'desc' ? 11 : 15);
    expect(await pages({ order, at, limit: 4 })).toEqual(expected);
    await pool().query('UPDATE segment SET columns = false');
    expect(await pages({ order, at, limit: 4 })).toEqual(expected);
    await pool().query('UPDATE segment SET columns = true');
    await expect(pages({ order, at: 'soon' })).rejects.toThrow('at: "soon" is not a time');
  });

  it.each(['asc', 'desc', 'user', '-user', 'status', '-status', 'pod', '-pod', 'severity', 'message'])(
    'gives every event once over all pages, ordered by %s',
    async (order) => {
      const everything = await pages({ order, limit: 1000 });
      expect(everything).toHaveLength(23);
      expect(new Set(everything).size).toBe(23);
      for (const limit of [1, 3, 7]) expect(await pages({ order, limit })).toEqual(everything);
    },
  );

  it('puts events without a time last in either direction', async () => {
    expect((await pages({ order: 'desc', limit: 5 })).slice(-2)).toEqual(['no time 2', 'no time 1']);
    expect((await pages({ order: 'asc', limit: 5 })).slice(-2)).toEqual(['no time 1', 'no time 2']);
  });

  it('takes the start of a range in and leaves its end out', async () => {
    const range = { from: minute(2), to: minute(4), source: source.id, order: 'asc' };
    expect(await pages(range)).toEqual(['line 4', 'line 5', 'line 6', 'line 7']);
  });

  it('finds a source by id, by name, and by a name that holds a comma', async () => {
    expect(await pages({ source: other.name })).toEqual(['other']);
    expect(await pages({ source: `${other.id.toUpperCase()},${source.id}` })).toHaveLength(23);
    expect(await pages({ source: 'first, with a comma' })).toHaveLength(22);
    await expect(pages({ source: 'nobody' })).rejects.toThrow('source: there is no source "nobody"');
  });

  it('carries attributes of any name without harm', async () => {
    const { events } = await readEvents(eventsParameters.parse({ order: 'message', source: source.id, limit: 1000 }));
    const fields = events.find((event) => event.message === 'no time 2')?.fields;
    expect(JSON.stringify(fields)).toBe('{"a.b":1,"__proto__":"harmless","format":"plain"}');
  });

  it('refuses a cursor that is not its own', async () => {
    const { next } = await readEvents(eventsParameters.parse({ limit: 1 }));
    await expect(pages({ cursor: next, order: 'asc' })).rejects.toThrow('cursor: made for the order "desc"');
    await expect(pages({ cursor: 'x' })).rejects.toThrow('cursor: not one that this server gave out');
    await expect(pages({ order: 'nonsense' })).rejects.toThrow('order: "nonsense" is neither');
  });
});
