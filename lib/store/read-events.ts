import type { z } from 'zod';
import type { EventsAnswer, eventsParameters } from '@/lib/interface';
import { answerAbout } from './answer-about';
import { type EventCursor, parseOrder, readCursor, writeCursor } from './event-order';
import { EventAnswers } from './event-rows';
import type { KeyedRow } from './matching';

type Parameters = z.output<typeof eventsParameters>;

/** A page of events in the order asked for; those without a value to sort by come last. */
export async function readEvents(parameters: Parameters, signal?: AbortSignal): Promise<EventsAnswer> {
  const order = parseOrder(parameters.order);
  const cursor = parameters.cursor === undefined ? null : readCursor(order, parameters.cursor);
  return answerAbout(
    parameters,
    async ({ reader, matching }) => {
      const rows = await matching.page(order, cursor, parameters.limit + 1);
      const page = rows.slice(0, parameters.limit);
      const last = page.at(-1);
      const more = rows.length > page.length && last !== undefined;
      return {
        events: await new EventAnswers(reader).of(page),
        next: more ? writeCursor(order, startBehind(last)) : null,
      };
    },
    signal,
  );
}

/** Where the page behind a row begins. */
export function startBehind(row: KeyedRow): EventCursor {
  return { key: row.cursor_key, segment: row.segment, n: row.n };
}
