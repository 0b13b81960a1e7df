import { CorrelationSet, type FoundCorrelation } from '@/lib/sigma';
import type { ActiveCorrelation } from './active-rule';
import type { CorrelatedEvent } from './correlated-event';

/** A correlation that came true. */
export interface Correlated {
  readonly correlation: ActiveCorrelation;
  readonly match: FoundCorrelation;
}

/**
 * Where correlations come true among the events that rules found, in the order of time. `end`: until when there are events, in
 * microseconds; what waits for the end of its time is over by then.
 */
export function correlate(
  correlations: readonly ActiveCorrelation[],
  found: readonly CorrelatedEvent[],
  end: number,
): Correlated[] {
  const set = new CorrelationSet(correlations.map(({ document }) => document));
  const raised: Correlated[] = [];
  const note = (matches: readonly FoundCorrelation[]) => {
    for (const match of matches) {
      const correlation = correlations.find(({ document }) => document === match.rule);
      if (correlation !== undefined) raised.push({ correlation, match });
    }
  };
  const events = [...found].sort(byTime);
  for (let at = 0; at < events.length; ) {
    const first = events[at];
    if (first === undefined) break;
    // What several rules found is one event.
    const same: CorrelatedEvent[] = [];
    for (; events[at]?.id === first.id; at += 1) same.push(events[at] ?? first);
    const field = (name: string) => same.map((event) => event.field(name)).find((value) => value !== null) ?? null;
    note(
      set.add(
        same.map(({ rule }) => rule.document),
        { time: first.time, id: first.id, field },
      ),
    );
  }
  if (end > Number.NEGATIVE_INFINITY) note(set.advance(end));
  return raised;
}

function byTime(one: CorrelatedEvent, other: CorrelatedEvent): number {
  return one.time - other.time || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
