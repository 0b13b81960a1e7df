import { interpolate } from '@/lib/query';
import type { CorrelationRule } from '../rule';
import { keeps } from './bounds';
import type { CorrelationEvent } from './correlation-event';
import type { Counted, GroupState } from './group-state';

/** Of more events in a group and its time, the latest so many make the figure. */
const VALUES_MAX = 10_000;

interface Value extends Counted {
  readonly value: number;
}

/** Sum, average, median or a percentile of a field's numbers. Events without a number do not count. */
export class FigureState implements GroupState {
  private values: Value[] = [];

  constructor(private readonly rule: CorrelationRule) {}

  add(event: CorrelationEvent): void {
    const text = event.field(this.rule.fields[0] ?? '');
    const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) return;
    this.values.push({ time: event.time, id: event.id, value });
    // Twice as many, so that each value is moved once.
    if (this.values.length >= 2 * VALUES_MAX) this.values = this.values.slice(-VALUES_MAX);
  }

  holds(from: number): boolean {
    return keeps(this.rule.bounds, this.figure(from));
  }

  figure(from: number): number | null {
    const values = this.within(from).map(({ value }) => value);
    if (values.length === 0) return null;
    const sum = values.reduce((total, value) => total + value, 0);
    switch (this.rule.type) {
      case 'value_sum':
        return sum;
      case 'value_avg':
        return sum / values.length;
      default:
        return interpolate(
          values.map((value) => ({ value, count: 1 })),
          (this.rule.percentile ?? 50) / 100,
        );
    }
  }

  counted(from: number): readonly Counted[] {
    return this.within(from);
  }

  copy(): FigureState {
    const copy = new FigureState(this.rule);
    copy.values = [...this.values];
    return copy;
  }

  private within(from: number): Value[] {
    this.values = this.values.filter(({ time }) => time >= from);
    return this.values.slice(-VALUES_MAX);
  }
}
