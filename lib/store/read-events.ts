import type { z } from 'zod';
import { TIME_COLUMN } from '@/lib/columns';
import type { EventsAnswer, eventsParameters } from '@/lib/interface';
import { answerAbout } from './answer-about';
import { type EventCursor, type EventOrder, parseOrder, readCursor, writeCursor } from './event-order';
import { EventAnswers } from './event-rows';
import type { KeyedRow } from './matching';
import { momentOf, wholeSecond } from './selection';

type Parameters = z.output<typeof eventsParameters>;

/** A page of events in the order asked for; those without a value to sort by come last. */
export async function readEvents(parameters: Parameters, signal?: AbortSignal): Promise<EventsAnswer> {
  const order = parseOrder(parameters.order);
  const cursor = parameters.cursor === undefined ? startAt(order, parameters.at) : readCursor(order, parameters.cursor);
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

const NUMBER_MAX = 2_147_483_647;

/** Right before the first event at a moment; null where no moment is given, or order is not that of time. */
function startAt(order: EventOrder, at: string | undefined): EventCursor | null {
  const moment = momentOf('at', at, wholeSecond());
  if (moment === null || order.stored !== TIME_COLUMN) return null;
  const micros = moment.getTime() * 1000;
  return order.descending
    ? { key: String(micros + 1000), segment: 0, n: 0 }
    : { key: String(micros - 1), segment: NUMBER_MAX, n: NUMBER_MAX };
}

/** Where the page behind a row begins. */
export function startBehind(row: KeyedRow): EventCursor {
  return { key: row.cursor_key, segment: row.segment, n: row.n };
}
