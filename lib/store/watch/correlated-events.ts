import type { LogType } from '@/lib/events';
import type { ActiveRule } from '@/lib/rules';
import { fieldValue } from '@/lib/sigma';
import { questionOf } from '../answer-about';
import { parseOrder } from '../event-order';
import { EventAnswers } from '../event-rows';
import type { KeyedRow } from '../matching';
import { startBehind } from '../read-events';
import { readOnly } from '../read-only';
import { wholeSecond } from '../selection';
import { TailEvent } from '../tail/tail-event';
import { numberOf } from '../times';
import type { WatchedSegment } from './watched-segments';

/** Of each rule, the latest so many events are seen by correlations. */
export const CORRELATED_MAX = 20_000;
const PAGE_EVENTS = 2000;

/** An event that a rule found, as correlations see it. */
export interface CorrelatedEvent {
  readonly id: string;
  /** Microseconds. */
  readonly time: number;
  readonly type: LogType;
  readonly rule: ActiveRule;
  field(name: string): string | null;
}

/** The latest events that a rule finds in segments; events without a time are in no order and left out. */
export async function correlatedEvents(
  rule: ActiveRule,
  segments: readonly WatchedSegment[],
): Promise<CorrelatedEvent[]> {
  const scope = {
    ...{ query: rule.query, types: [], from: null, to: null, since: null },
    ...{ segments, everywhere: false, now: wholeSecond() },
  };
  return readOnly(async (reader) => {
    const { matching } = await questionOf(reader, scope);
    const order = parseOrder('desc');
    const answers = new EventAnswers(reader);
    const events: CorrelatedEvent[] = [];
    let rows: readonly KeyedRow[] = [];
    do {
      const last = rows.at(-1);
      rows = await matching.page(order, last === undefined ? null : startBehind(last), PAGE_EVENTS);
      const shown = await answers.of(rows);
      for (const [index, answer] of shown.entries()) {
        const row = rows[index];
        const time = row === undefined ? null : numberOf(row.time_micros);
        if (row === undefined || time === null) return events;
        const attributes = new Set(Object.keys(answer.fields));
        const event = new TailEvent(answer, row.n, { time, sourceName: null, text: '', attributes });
        const field = (name: string) => fieldValue(rule.logSource, event, name);
        events.push({ id: answer.id, time, type: answer.type, rule, field });
      }
    } while (rows.length === PAGE_EVENTS && events.length < CORRELATED_MAX);
    return events;
  });
}
