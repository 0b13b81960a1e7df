import { offsetMinutes, type Zone } from '@/components/time';

/** A range of time in milliseconds since 1970. */
export interface Moments {
  readonly from: number;
  readonly to: number;
}

/**
 * The range three times as wide around the same middle, kept within the data's own span; null when that is everything.
 */
export function zoomedOut(range: Moments, span: Moments | null): Moments | null {
  const width = Math.max(1, range.to - range.from);
  let from = range.from - width;
  let to = range.to + width;
  if (span === null) return { from, to };
  if (from <= span.from && to >= span.to) return null;
  // Shift rather than cut, so that each step still widens the view near an end.
  if (from < span.from) [from, to] = [span.from, Math.min(span.to, to + (span.from - from))];
  else if (to > span.to) [from, to] = [Math.max(span.from, from - (to - span.to)), span.to];
  return from <= span.from && to >= span.to ? null : { from, to };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A range as wide as another, or an hour, with a moment in its middle. */
export function rangeAround(moment: number, range: Moments | null): Moments {
  const width = range === null ? HOUR_MS : Math.max(1000, range.to - range.from);
  const from = Math.floor(moment - width / 2);
  return { from, to: from + width };
}

/** A range beside its own: its width later (`1`) or earlier (`-1`). */
export function shifted(range: Moments, direction: 1 | -1): Moments {
  const width = (range.to - range.from) * direction;
  return { from: range.from + width, to: range.to + width };
}

/** Reads what a person types as a moment in a zone: `2025-06-03 09:12:30`, ISO with or without zone. Null when it is none. */
export function readMoment(text: string, zone: Zone): number | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?))?(Z|[+-]\d\d:\d\d)?$/i.exec(text.trim());
  if (match === null) return null;
  const [, day = '', clock = '00:00', typed] = match;
  const time = Date.parse(`${day}T${clock}${typed?.toUpperCase() ?? 'Z'}`);
  if (Number.isNaN(time)) return null;
  if (typed !== undefined) return time;
  // The offset is that of the moment itself, which is known only with it: right but for the hours around a change of clocks.
  const near = time - offsetMinutes(zone, time) * MINUTE_MS;
  return time - offsetMinutes(zone, near) * MINUTE_MS;
}

/** A moment as `readMoment` takes it: `2025-06-03 09:12:30`. */
export function writeMoment(time: number, zone: Zone): string {
  const date = new Date(time + offsetMinutes(zone, time) * MINUTE_MS);
  const text = date.toISOString().slice(0, 23).replace('T', ' ');
  return text.endsWith('.000') ? text.slice(0, 19) : text;
}
