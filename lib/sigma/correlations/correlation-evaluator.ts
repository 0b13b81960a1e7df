import type { CorrelationRule } from '../rule';
import { tellsAtOnce } from './bounds';
import type { CorrelationEvent, CorrelationMatch } from './correlation-event';
import { type GroupState, newGroupState } from './group-state';

export interface CorrelationLimits {
  /** Groups that are kept at once; beyond it the one that was silent longest is given up. */
  readonly groups: number;
}

const LIMITS: CorrelationLimits = { groups: 100_000 };
const EVENTS_MAX = 100;

interface Group {
  readonly values: readonly string[];
  readonly state: GroupState;
  /** When its first event came, where a condition is looked at once the time is over. */
  readonly began: number;
  last: CorrelationEvent;
  /** Whether it is true already, so that more of the same says nothing new. */
  isTrue: boolean;
}

/**
 * Finds where a correlation comes true, event by event, in the order of their times; an event that is older than one before it
 * is passed over and counted. A condition that only asks for much is looked at with each event, for the time before it: a
 * window that slides. Any other is looked at when the time since a group's first event is over; then the group begins anew. An
 * event without a value to group by belongs to no group.
 */
export class CorrelationEvaluator {
  /** In the order of their last events where a window slides, else of their first ones. */
  private readonly groups = new Map<string, Group>();
  private readonly slides: boolean;
  private now = Number.NEGATIVE_INFINITY;
  /** Events that came too late to be counted. */
  late = 0;
  /** Groups that were given up while they could still have come true. */
  dropped = 0;

  constructor(
    readonly rule: CorrelationRule,
    private readonly limits: CorrelationLimits = LIMITS,
  ) {
    this.slides = tellsAtOnce(rule);
  }

  add(event: CorrelationEvent): CorrelationMatch[] {
    const rules = this.rule.rules.filter((rule) => event.rules.includes(rule));
    if (rules.length === 0) return [];
    if (event.time < this.now) {
      this.late += 1;
      return [];
    }
    const ended = this.advance(event.time);
    return [
      ...ended,
      ...this.keysOf(event, rules).flatMap(({ key, values, found }) => this.addTo(key, values, event, found)),
    ];
  }

  /** Says that no event before a time will come any more; answers what came true as its time is over. */
  advance(time: number): CorrelationMatch[] {
    this.now = Math.max(this.now, time);
    const matches: CorrelationMatch[] = [];
    for (const [key, group] of this.groups) {
      // They stand in the order of their last events, or of their first ones.
      const reference = this.slides ? group.last.time : group.began;
      if (reference >= this.now - this.rule.timespan) break;
      if (!this.slides) matches.push(...this.matchOf(group, Number.NEGATIVE_INFINITY));
      this.groups.delete(key);
    }
    return matches;
  }

  /** Another one that has seen the same events, and goes on by itself. */
  copy(): CorrelationEvaluator {
    const copy = new CorrelationEvaluator(this.rule, this.limits);
    for (const [key, group] of this.groups) copy.groups.set(key, { ...group, state: group.state.copy() });
    copy.now = this.now;
    copy.late = this.late;
    copy.dropped = this.dropped;
    return copy;
  }

  /** The groups of an event: several where aliases name another field for each of the rules that found it. */
  private keysOf(event: CorrelationEvent, rules: readonly string[]) {
    const keys = new Map<string, { key: string; values: string[]; found: string[] }>();
    for (const rule of rules) {
      const values = this.rule.groupBy.map((name) => event.field(this.rule.aliases.get(name)?.get(rule) ?? name));
      const present = values.filter((value) => value !== null);
      if (present.length < values.length) continue;
      const key = JSON.stringify(present);
      const same = keys.get(key);
      if (same === undefined) keys.set(key, { key, values: present, found: [rule] });
      else same.found.push(rule);
    }
    return [...keys.values()];
  }

  private addTo(
    key: string,
    values: readonly string[],
    event: CorrelationEvent,
    found: readonly string[],
  ): CorrelationMatch[] {
    const known = this.groups.get(key);
    const group = known ?? this.newGroup(values, event);
    if (this.slides) this.groups.delete(key);
    this.groups.set(key, group);
    group.last = event;
    group.state.add(event, found);
    if (known === undefined) this.dropOldest();
    if (!this.slides) return [];
    const from = event.time - this.rule.timespan;
    const before = group.isTrue;
    group.isTrue = group.state.holds(from);
    return group.isTrue && !before ? this.matchOf(group, from) : [];
  }

  private newGroup(values: readonly string[], event: CorrelationEvent): Group {
    return { values, state: newGroupState(this.rule), began: event.time, last: event, isTrue: false };
  }

  private dropOldest(): void {
    if (this.groups.size <= this.limits.groups) return;
    for (const key of this.groups.keys()) {
      this.groups.delete(key);
      this.dropped += 1;
      return;
    }
  }

  private matchOf({ state, values, last }: Group, from: number): CorrelationMatch[] {
    if (!state.holds(from)) return [];
    const counted = state.counted(from);
    return [
      {
        group: values,
        from: counted[0]?.time ?? last.time,
        to: last.time,
        figure: state.figure(from) ?? 0,
        events: counted.slice(-EVENTS_MAX).map(({ id }) => id),
        last,
      },
    ];
  }
}
