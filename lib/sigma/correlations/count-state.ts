import type { CorrelationRule } from '../rule';
import { enough, keeps } from './bounds';
import type { CorrelationEvent } from './correlation-event';
import type { Counted, GroupState } from './group-state';

/**
 * Events, or different values of fields, of which only the latest are kept: as many as decide the bounds. A value that comes
 * again counts by its latest event.
 */
export class CountState implements GroupState {
  /** By value, or by event; the latest last. */
  private readonly latest = new Map<string, Counted>();
  private readonly most: number;

  constructor(private readonly rule: CorrelationRule) {
    this.most = enough(rule.bounds);
  }

  add(event: CorrelationEvent): void {
    const key = this.keyOf(event);
    if (key === null) return;
    this.latest.delete(key);
    this.latest.set(key, { time: event.time, id: event.id });
    if (this.latest.size <= this.most) return;
    for (const oldest of this.latest.keys()) {
      this.latest.delete(oldest);
      break;
    }
  }

  holds(from: number): boolean {
    return keeps(this.rule.bounds, this.figure(from));
  }

  figure(from: number): number {
    this.dropBefore(from);
    return this.latest.size;
  }

  counted(from: number): readonly Counted[] {
    this.dropBefore(from);
    return [...this.latest.values()];
  }

  copy(): CountState {
    const copy = new CountState(this.rule);
    for (const [key, counted] of this.latest) copy.latest.set(key, counted);
    return copy;
  }

  /** They stand in the order of their times, and each is dropped once: a group of many costs as little an event as one of few. */
  private dropBefore(from: number): void {
    for (const [key, { time }] of this.latest) {
      if (time >= from) return;
      this.latest.delete(key);
    }
  }

  private keyOf(event: CorrelationEvent): string | null {
    if (this.rule.type === 'event_count') return event.id;
    const values = this.rule.fields.map((field) => event.field(field));
    return values.includes(null) ? null : JSON.stringify(values);
  }
}
