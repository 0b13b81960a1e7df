import type { LogType } from '@/lib/events';
import type { QueryableEvent } from '@/lib/query';
import { fieldValue } from '@/lib/sigma';
import type { ActiveRule } from './active-rule';

/** An event that a rule found, as correlations see it: of its fields, those that they ask for, and nothing else is kept. */
export class CorrelatedEvent {
  private constructor(
    readonly id: string,
    /** Microseconds. */
    readonly time: number,
    readonly type: LogType,
    readonly rule: ActiveRule,
    private readonly names: readonly string[],
    private readonly values: readonly (string | null)[],
  ) {}

  /** `names`: the fields that are asked for, as rules of Sigma call them; `time` in microseconds. */
  static of(
    rule: ActiveRule,
    names: readonly string[],
    event: QueryableEvent,
    { id, time }: { readonly id: string; readonly time: number },
  ): CorrelatedEvent {
    const values = names.map((name) => fieldValue(rule.logSource, event, name));
    return new CorrelatedEvent(id, time, event.type, rule, names, values);
  }

  field(name: string): string | null {
    return this.values[this.names.indexOf(name)] ?? null;
  }
}
