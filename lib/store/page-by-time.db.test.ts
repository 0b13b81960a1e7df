import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsParameters } from '@/lib/interface';
import { closeStore } from './client';
import { readEvents } from './read-events';
import { clearStore, insertSource } from './test-rows';

const SOURCES = 19;
const EVENTS_EACH = 5;
const times = new Map<string, string | null>();

/** Segments whose times overlap, some of them the same, and events without one. */
beforeAll(async () => {
  await clearStore();
  for (let source = 0; source < SOURCES; source += 1) {
    const events = Array.from({ length: EVENTS_EACH }, (_, index) => {
      const time = new Date(Date.UTC(2024, 0, 1, 0, ((source * 7) % SOURCES) + index * 2)).toISOString();
      const message = `${source} ${index}`;
      const untimed = (source + index) % 11 === 0;
      times.set(message, untimed ? null : time);
      return untimed ? { raw: message, message } : { raw: message, message, time };
    });
    // Without columns, the table is asked.
    await insertSource(events, { partition: source % 2 === 0, path: `${source}.log`, columns: false });
  }
});
afterAll(closeStore);

test.each(['desc', 'asc'])('pages of the table in the order %s hold every event once, in its place', async (order) => {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await readEvents(eventsParameters.parse({ order, cursor, limit: 4 }));
    seen.push(...page.events.map(({ message }) => message));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(new Set(seen)).toEqual(new Set(times.keys()));
  expect(seen.length).toBe(SOURCES * EVENTS_EACH);
  const found = seen.map((message) => times.get(message) ?? null);
  const timed = [...times.values()].filter((time) => time !== null).sort();
  expect(found.slice(0, timed.length)).toEqual(order === 'asc' ? timed : timed.reverse());
});
