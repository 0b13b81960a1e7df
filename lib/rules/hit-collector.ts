import type { LogType } from '@/lib/events';
import type { QueryableEvent } from '@/lib/query';
import { eventValue } from '@/lib/sigma';
import type { ActiveRule } from './active-rule';
import { keyText, type RuleHit, stretchOf } from './rule-hit';

interface Growing {
  readonly key: readonly (string | null)[];
  readonly type: LogType;
  readonly untimed: boolean;
  from: number;
  to: number;
  events: number;
}

/** Makes hits of events, one event after the other. */
export class HitCollector {
  private readonly found = new Map<string, Map<string, Growing>>();

  /** `storedAt`: the time of events without one, in microseconds. */
  constructor(private readonly storedAt: number) {}

  add({ id, by }: Pick<ActiveRule, 'id' | 'by'>, event: QueryableEvent): void {
    const key = by.map((name) => keyText(eventValue(event, name)));
    const time = event.time ?? this.storedAt;
    const untimed = event.time === null;
    const name = JSON.stringify([event.type, untimed, stretchOf(time), ...key]);
    const hits = this.found.get(id) ?? new Map<string, Growing>();
    this.found.set(id, hits);
    const known = hits.get(name);
    if (known === undefined) hits.set(name, { key, type: event.type, untimed, from: time, to: time, events: 1 });
    else {
      known.from = Math.min(known.from, time);
      known.to = Math.max(known.to, time);
      known.events += 1;
    }
  }

  /** By rule. */
  hits(): ReadonlyMap<string, readonly RuleHit[]> {
    return new Map([...this.found].map(([rule, hits]) => [rule, [...hits.values()]]));
  }
}
