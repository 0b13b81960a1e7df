import type { LogType } from '@/lib/events';
import type { History } from './history';

/** How long the events of a type reach back from the last one, in seconds; 0 while there are none. */
export function spanSeconds(history: History, type: LogType): number {
  const span = history.span(type);
  return span === null ? 0 : Math.round((span.to - span.from) / 1e6);
}
