import type { CorrelationRule } from '../rule';
import type { CorrelationEvent } from './correlation-event';
import { CountState } from './count-state';
import { FigureState } from './figure-state';
import { OrderState } from './order-state';
import { PresenceState } from './presence-state';

/** What counted towards a figure. */
export interface Counted {
  readonly time: number;
  readonly id: string;
}

/** What is kept of the events of one group: as little as the figure and the bounds need. */
export interface GroupState {
  /** Adds an event, given which of the correlation's rules found it. Events come in the order of their times. */
  add(event: CorrelationEvent, rules: readonly string[]): void;
  /** Whether the condition holds for the events from a time on, here and below a time that never falls. */
  holds(from: number): boolean;
  /** The figure for the events from a time on; null when there is none. */
  figure(from: number): number | null;
  /** What counted from a time on, oldest first. */
  counted(from: number): readonly Counted[];
  /** Another one that has seen the same. */
  copy(): GroupState;
}

export function newGroupState(rule: CorrelationRule): GroupState {
  switch (rule.type) {
    case 'event_count':
    case 'value_count':
      return new CountState(rule);
    case 'temporal':
      return new PresenceState(rule);
    case 'temporal_ordered':
      return new OrderState(rule);
    default:
      return new FigureState(rule);
  }
}
