import type { EventAnswer } from '@/lib/interface';

/** What a tail brought, as the table shows it. */
export interface TailBuffer {
  /** The newest arrival first. */
  readonly shown: readonly EventAnswer[];
  /** What came while the table was held still; the newest arrival first. */
  readonly waiting: readonly EventAnswer[];
  /** All that arrived since the tail began. */
  readonly arrived: number;
  /** Of those, how many are no longer held here. They are in the store like all others. */
  readonly cut: number;
}

export const EMPTY_BUFFER: TailBuffer = { shown: [], waiting: [], arrived: 0, cut: 0 };

/** Events held of each kind: more are neither read nor scrolled through. */
export const HELD_MAX = 5_000;

/** Takes in events in the order in which they arrived. While paused they wait, and nothing on the screen moves. */
export function arrive(buffer: TailBuffer, events: readonly EventAnswer[], paused: boolean): TailBuffer {
  const newest = events.toReversed();
  const arrived = buffer.arrived + events.length;
  if (paused) return held({ ...buffer, arrived, waiting: [...newest, ...buffer.waiting] });
  return held({ ...buffer, arrived, waiting: [], shown: [...newest, ...buffer.waiting, ...buffer.shown] });
}

/** Shows what waited. */
export function resume(buffer: TailBuffer): TailBuffer {
  return buffer.waiting.length === 0 ? buffer : arrive(buffer, [], false);
}

function held(buffer: TailBuffer): TailBuffer {
  const shown = buffer.shown.slice(0, HELD_MAX);
  const waiting = buffer.waiting.slice(0, HELD_MAX);
  const gone = buffer.shown.length - shown.length + buffer.waiting.length - waiting.length;
  return { ...buffer, shown, waiting, cut: buffer.cut + gone };
}

/** A page of events with what a tail brought on top; what is on both is shown once. */
export function withTail(tail: readonly EventAnswer[], page: readonly EventAnswer[]): readonly EventAnswer[] {
  if (tail.length === 0) return page;
  const above = new Set(tail.map(({ id }) => id));
  return [...tail, ...page.filter(({ id }) => !above.has(id))];
}
