import type { EventAnswer } from '@/lib/interface';
import { type ActiveRule, CorrelatedEvent } from '@/lib/rules';
import type { Question } from '../answer-about';
import { type EventCursor, type EventOrder, parseOrder } from '../event-order';
import { EventAnswers } from '../event-rows';
import { startBehind } from '../read-events';
import { TailEvent } from '../tail/tail-event';
import { numberOf } from '../times';

const PAGE_EVENTS = 2000;

/** Some of the events of a question, as correlations see them; `whole`: whether these are all. */
export interface CorrelatedPart {
  readonly events: readonly CorrelatedEvent[];
  readonly whole: boolean;
}

/**
 * The events of a question about what a rule finds, in an order: a little more than `most` where there are more. Those without a
 * time are in no order and left out. `names`: the fields that correlations ask for.
 */
export async function correlatedIn(
  { reader, matching }: Question,
  { rule, names }: { readonly rule: ActiveRule; readonly names: readonly string[] },
  order: 'earliest' | 'latest',
  most: number,
): Promise<CorrelatedPart> {
  const answers = new EventAnswers(reader);
  const events: CorrelatedEvent[] = [];
  const size = Math.min(PAGE_EVENTS, most);
  for (let cursor: EventCursor | null = null; ; ) {
    const rows = await matching.page(ORDERS[order], cursor, size);
    const times = rows.map((row) => numberOf(row.time_micros));
    for (const [place, answer] of (await answers.of(rows)).entries()) {
      const time = times[place] ?? null;
      if (time !== null) events.push(seen(rule, names, answer, time));
    }
    const last = rows.at(-1);
    // Those without a time come last.
    if (last === undefined || rows.length < size || times.includes(null)) return { events, whole: true };
    if (events.length > most) return { events, whole: false };
    cursor = startBehind(last);
  }
}

const ORDERS: Readonly<Record<'earliest' | 'latest', EventOrder>> = {
  earliest: parseOrder('asc'),
  latest: parseOrder('desc'),
};

function seen(rule: ActiveRule, names: readonly string[], answer: EventAnswer, time: number): CorrelatedEvent {
  const attributes = new Set(Object.keys(answer.fields));
  const event = new TailEvent(answer, 0, { time, sourceName: null, text: '', attributes });
  return CorrelatedEvent.of(rule, names, event, { id: answer.id, time, type: answer.type });
}
