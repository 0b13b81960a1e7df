import type { EventAnswer, SelectionParameters } from '@/lib/interface';
import { questionAbout } from './answer-about';
import { type EventCursor, parseOrder } from './event-order';
import { EventAnswers } from './event-rows';
import { startBehind } from './read-events';
import { readOnly } from './read-only';

const PAGE_EVENTS = 4000;

/**
 * All matching events in order of time, page by page. Each page is a question of its own: a transaction that stayed open
 * for as long as a slow client reads would hold up whoever attaches or drops a segment.
 */
export async function* exportEvents(
  parameters: SelectionParameters,
  signal?: AbortSignal,
): AsyncGenerator<readonly EventAnswer[]> {
  const order = parseOrder('asc');
  // Relative times mean the same on all pages.
  const now = new Date();
  let start: EventCursor | null = null;
  for (;;) {
    const page: { start: EventCursor | null; events: EventAnswer[] } = await readOnly(async (reader) => {
      const { matching } = await questionAbout(reader, parameters, signal, now);
      const rows = await matching.page(order, start, PAGE_EVENTS);
      const last = rows.length === PAGE_EVENTS ? rows.at(-1) : undefined;
      return {
        start: last === undefined ? null : startBehind(last),
        events: await new EventAnswers(reader).of(rows),
      };
    }, signal);
    yield page.events;
    if (page.start === null) return;
    start = page.start;
  }
}
