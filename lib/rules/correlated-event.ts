import type { LogType } from '@/lib/events';
import type { QueryableEvent } from '@/lib/query';
import { fieldValue } from '@/lib/sigma';
import type { ActiveRule } from './active-rule';

/** What is known of an event beside its fields. */
interface Place {
  readonly id: string;
  /** Microseconds. */
  readonly time: number;
  readonly type: LogType;
}

/** An event that a rule found, as correlations see it: of its fields, those that they ask for, and nothing else is kept. */
export class CorrelatedEvent implements Place {
  private constructor(
    readonly id: string,
    readonly time: number,
    readonly type: LogType,
    readonly rule: ActiveRule,
    private readonly names: readonly string[],
    private readonly values: readonly (string | null)[],
  ) {}

  /** `names`: the fields that are asked for, as rules of Sigma call them. */
  static of(
    rule: ActiveRule,
    names: readonly string[],
    event: QueryableEvent,
    { id, time, type }: Place,
  ): CorrelatedEvent {
    const values = names.map((name) => fieldValue(rule.logSource, event, name));
    return new CorrelatedEvent(id, time, type, rule, names, values);
  }

  field(name: string): string | null {
    return this.values[this.names.indexOf(name)] ?? null;
  }
}
