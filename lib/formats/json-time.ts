import type { LogEvent } from '@/lib/events';
import { DateTimeScanner } from './date-times';
import type { Json } from './format';
import type { ReadContext } from './read-context';

const scanner = new DateTimeScanner();
/** 1990-01-01 and 2100-01-01 in seconds: a number outside is no time but a duration, a size or an id. */
const EARLIEST = 631_152_000;
const LATEST = 4_102_444_800;

/**
 * Gives the event the time that a JSON value tells: an ISO 8601 text or another date as programs write them, or a number since the epoch (also as a text) in
 * seconds, milli-, micro- or nanoseconds by its size. Answers false, and does nothing, when it tells none.
 */
export function setJsonTime(event: LogEvent, context: ReadContext, value: Json | undefined): boolean {
  if (typeof value === 'string') {
    if (scanner.scan(value, 0)) {
      scanner.scanZoneName(value);
      scanner.set(event, context);
      return true;
    }
    if (!/^\d{9,20}(?:\.\d{1,12})?$/.test(value)) return false;
  } else if (typeof value !== 'number') return false;
  const micros = epochMicros(Number(value));
  if (micros === null) return false;
  context.clock.setFull(event, micros);
  return true;
}

/** Microseconds of a number since the epoch whose unit its size tells; null when it can be no time of our days. */
export function epochMicros(value: number): number | null {
  if (value >= EARLIEST && value <= LATEST) return Math.round(value * 1e6);
  if (value >= EARLIEST * 1e3 && value <= LATEST * 1e3) return Math.round(value * 1e3);
  if (value >= EARLIEST * 1e6 && value <= LATEST * 1e6) return Math.round(value);
  if (value >= EARLIEST * 1e9 && value <= LATEST * 1e9) return Math.round(value / 1e3);
  return null;
}

/** Microseconds of an ISO 8601 text that names its zone or means UTC; null when it is none. */
export function textMicros(value: Json | undefined): number | null {
  return typeof value === 'string' && scanner.scan(value, 0) ? scanner.micros : null;
}
