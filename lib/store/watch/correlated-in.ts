import type { EventAnswer } from '@/lib/interface';
import { type ActiveRule, CorrelatedEvent } from '@/lib/rules';
import { mayBePath } from '@/lib/sigma';
import type { Question } from '../answer-about';
import { type EventCursor, type EventOrder, parseOrder } from '../event-order';
import { EventAnswers, type EventRow, eventId } from '../event-rows';
import { withOriginals } from '../found-originals';
import type { KeyedRow } from '../matching';
import { startBehind } from '../read-events';
import type { Reader } from '../read-only';
import { TailEvent } from '../tail/tail-event';
import { numberOf } from '../times';

const PAGE_EVENTS = 2000;

/** Some of the events of a question, as correlations see them; `whole`: whether these are all. */
export interface CorrelatedPart {
  readonly events: readonly CorrelatedEvent[];
  readonly whole: boolean;
}

/** What correlations are to see of which events. */
interface Correlating {
  readonly rule: ActiveRule;
  /** The fields that correlations ask for. */
  readonly names: readonly string[];
  /** Whether they are to see an event at all. */
  readonly isSeen?: (row: EventRow) => boolean;
}

/**
 * The events of a question about what a rule finds, in an order: a little more than `most` where there are more. Those without a
 * time are in no order and left out.
 */
export async function correlatedIn(
  { reader, matching }: Question,
  { rule, names, isSeen = () => true }: Correlating,
  order: 'earliest' | 'latest',
  most: number,
): Promise<CorrelatedPart> {
  const answers = new EventAnswers(reader);
  const events: CorrelatedEvent[] = [];
  const size = Math.min(PAGE_EVENTS, most);
  const inOriginals = names.some((name) => mayBePath(rule.logSource, name));
  for (let cursor: EventCursor | null = null; ; ) {
    const rows = await matching.page(ORDERS[order], cursor, size);
    const own = rows.filter(isSeen);
    const texts = inOriginals ? await textsOf(reader, own) : null;
    for (const [place, answer] of (await answers.of(own)).entries()) {
      const time = numberOf(own[place]?.time_micros ?? null);
      if (time === null) continue;
      const event = eventOf(answer, time, texts?.get(answer.id) ?? '');
      events.push(CorrelatedEvent.of(rule, names, event, { id: answer.id, time }));
    }
    const last = rows.at(-1);
    // Those without a time come last.
    if (last === undefined || rows.length < size || last.time_micros === null) return { events, whole: true };
    if (events.length > most) return { events, whole: false };
    cursor = startBehind(last);
  }
}

const ORDERS: Readonly<Record<'earliest' | 'latest', EventOrder>> = {
  earliest: parseOrder('asc'),
  latest: parseOrder('desc'),
};

async function textsOf(reader: Reader, rows: readonly KeyedRow[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const { row, text } of withOriginals(reader, rows)) texts.set(eventId(row.segment, row.n), text);
  return texts;
}

function eventOf(answer: EventAnswer, time: number, text: string): TailEvent {
  const attributes = new Set(Object.keys(answer.fields));
  return new TailEvent(answer, 0, { time, sourceName: null, text, attributes });
}
