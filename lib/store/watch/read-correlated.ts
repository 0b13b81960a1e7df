import { type ActiveRule, CorrelatedEvent } from '@/lib/rules';
import { questionOf } from '../answer-about';
import { parseOrder } from '../event-order';
import { EventAnswers } from '../event-rows';
import type { KeyedRow } from '../matching';
import { startBehind } from '../read-events';
import { readOnly } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { wholeSecond } from '../selection';
import { TailEvent } from '../tail/tail-event';
import { numberOf } from '../times';

const PAGE_EVENTS = 2000;

/** The latest events, at least so many if there are, that a rule finds in segments; those without a time are in no order and left out. */
export async function readCorrelated(
  rule: ActiveRule,
  names: readonly string[],
  segments: readonly SegmentSpan[],
  most: number,
): Promise<Map<number, CorrelatedEvent[]>> {
  const scope = {
    ...{ query: rule.query, types: [], from: null, to: null, since: null },
    ...{ segments, everywhere: false, now: wholeSecond() },
  };
  return readOnly(async (reader) => {
    const { matching } = await questionOf(reader, scope);
    const order = parseOrder('desc');
    const answers = new EventAnswers(reader);
    const found = new Map<number, CorrelatedEvent[]>();
    let rows: readonly KeyedRow[] = [];
    let count = 0;
    do {
      const last = rows.at(-1);
      rows = await matching.page(order, last === undefined ? null : startBehind(last), PAGE_EVENTS);
      for (const [index, answer] of (await answers.of(rows)).entries()) {
        const row = rows[index];
        const time = row === undefined ? null : numberOf(row.time_micros);
        if (row === undefined || time === null) return found;
        const attributes = new Set(Object.keys(answer.fields));
        const event = new TailEvent(answer, row.n, { time, sourceName: null, text: '', attributes });
        const list = found.get(row.segment) ?? [];
        found.set(row.segment, list);
        list.push(CorrelatedEvent.of(rule, names, event, { id: answer.id, time, type: answer.type }));
      }
      count += rows.length;
    } while (rows.length === PAGE_EVENTS && count < most);
    return found;
  });
}
