import { CorrelationSet, type FoundCorrelation } from '@/lib/sigma';
import type { CorrelatedEvent } from './correlated-event';
import { type CorrelationParts, correlationsIn } from './correlation-parts';

/** So many events, the latest, are held; of older ones only what is still to be known of them. */
const HELD_MAX = 20_000;
/** Of what came true among those, the latest so many are held. */
const SETTLED_MAX = 10_000;

/**
 * A correlation over events as they come, in almost any order: what the rules found lately is put in the order of time each time it is
 * asked, and what is older is settled.
 */
export class CorrelationTimeline {
  /** Has seen the events before `horizon`. */
  private readonly settled: CorrelationSet;
  private before: readonly FoundCorrelation[] = [];
  private horizon = Number.NEGATIVE_INFINITY;
  private held: CorrelatedEvent[] = [];

  constructor(
    private readonly parts: CorrelationParts,
    private readonly heldMax = HELD_MAX,
  ) {
    this.settled = CorrelationSet.of(correlationsIn(parts));
  }

  /** Adds events. False when one belongs before what is settled: then nothing is added, and all must be told to a new timeline. */
  add(events: readonly CorrelatedEvent[]): boolean {
    if (events.some(({ time }) => time < this.horizon)) return false;
    for (const event of events) this.held.push(event);
    return true;
  }

  /**
   * Where the correlation came true among all events until now, in the order of time. `end`: until when there are events, in microseconds;
   * what waits for the end of its time is over by then.
   */
  matches(end: number): FoundCorrelation[] {
    this.held.sort(byTime);
    this.settle();
    const now = this.settled.copy();
    const found = [...this.before, ...this.own(handed(now, this.held))];
    return end === Number.NEGATIVE_INFINITY ? found : [...found, ...this.own(now.advance(end))];
  }

  private settle(): void {
    if (this.held.length <= this.heldMax) return;
    const horizon = this.held.at(-Math.ceil(this.heldMax / 2))?.time ?? this.horizon;
    // Events of one time stay together: they may be one event that several rules found.
    const first = this.held.findIndex(({ time }) => time >= horizon);
    const found = this.own(handed(this.settled, this.held.slice(0, first)));
    this.before = [...this.before, ...found].slice(-SETTLED_MAX);
    this.held = this.held.slice(first);
    this.horizon = horizon;
  }

  private own(found: readonly FoundCorrelation[]): FoundCorrelation[] {
    return found.filter(({ rule }) => rule === this.parts.correlation.document);
  }
}

/** Hands events over in their order; what several rules found is one event. */
function handed(set: CorrelationSet, events: readonly CorrelatedEvent[]): FoundCorrelation[] {
  const found: FoundCorrelation[] = [];
  for (let at = 0; at < events.length; ) {
    const first = events[at];
    if (first === undefined) break;
    const same: CorrelatedEvent[] = [];
    for (; events[at]?.id === first.id; at += 1) same.push(events[at] ?? first);
    const field = (name: string) => same.map((event) => event.field(name)).find((value) => value !== null) ?? null;
    const rules = same.map(({ rule }) => rule.document);
    for (const match of set.add(rules, { time: first.time, id: first.id, type: first.type, field })) found.push(match);
  }
  return found;
}

function byTime(one: CorrelatedEvent, other: CorrelatedEvent): number {
  return one.time - other.time || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
