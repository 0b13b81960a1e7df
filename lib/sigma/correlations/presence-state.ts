import type { Condition } from '../condition';
import type { CorrelationRule } from '../rule';
import { keeps } from './bounds';
import type { CorrelationEvent } from './correlation-event';
import type { Counted, GroupState } from './group-state';

/** Which of the rules found something: of each the latest event. */
export class PresenceState implements GroupState {
  private readonly latest = new Map<string, Counted>();

  constructor(private readonly rule: CorrelationRule) {}

  add({ time, id }: CorrelationEvent, rules: readonly string[]): void {
    for (const rule of rules) this.latest.set(rule, { time, id });
  }

  holds(from: number): boolean {
    const { condition, bounds } = this.rule;
    if (condition === null) return keeps(bounds, this.figure(from));
    return isSo(condition, (name) => {
      const found = this.latest.get(name);
      return found !== undefined && found.time >= from;
    });
  }

  figure(from: number): number {
    return this.counted(from).length;
  }

  counted(from: number): readonly Counted[] {
    const all = [...this.latest.values()].filter(({ time }) => time >= from);
    return all.sort((one, other) => one.time - other.time);
  }

  copy(): PresenceState {
    const copy = new PresenceState(this.rule);
    for (const [name, counted] of this.latest) copy.latest.set(name, counted);
    return copy;
  }
}

function isSo(condition: Condition, found: (name: string) => boolean): boolean {
  switch (condition.kind) {
    case 'name':
      return found(condition.name);
    case 'not':
      return !isSo(condition.of, found);
    case 'and':
      return condition.of.every((part) => isSo(part, found));
    case 'or':
      return condition.of.some((part) => isSo(part, found));
  }
}
