import { dateOf, type TimeParts, timeParts } from './format-time';
import { type Zone, zoneLabel } from './zone';

/** A range as a person reads it, with its zone apart so that it can be set in another colour. */
export interface RangeLabel {
  readonly text: string;
  readonly zone: string;
}

/**
 * `03 Jun 09:12 – 11:40`; the second day only where it differs, years where the two differ or one is not `thisYear`,
 * seconds where the range is shorter than ten minutes. An open end reads `from …` or `until …`. Both are ISO times.
 */
export function rangeLabel(from: string | null, to: string | null, zone: Zone, thisYear: number): RangeLabel {
  const first = from === null ? null : timeParts(from, zone);
  const last = to === null ? null : timeParts(to, zone);
  const label = zoneLabel(zone, Date.parse(from ?? to ?? '') || 0);
  if (first === null && last === null) return { text: 'Everything', zone: zoneLabel(zone, Date.now()) };
  if (first === null || last === null) {
    const parts = first ?? last;
    const word = first === null ? 'until' : 'from';
    return { text: parts === null ? '' : `${word} ${dateOf(parts)} ${clock(parts, false)}`, zone: label };
  }
  const seconds = Date.parse(to ?? '') - Date.parse(from ?? '') < 600_000;
  const years = first.year !== last.year || first.year !== thisYear;
  const sameDay = dateOf(first) === dateOf(last);
  const start = `${day(first, years)} ${clock(first, seconds)}`;
  const end = sameDay ? clock(last, seconds) : `${day(last, years)} ${clock(last, seconds)}`;
  return { text: `${start} – ${end}`, zone: label };
}

function day(parts: TimeParts, withYear: boolean): string {
  return withYear ? dateOf(parts) : `${parts.day} ${parts.month}`;
}

function clock(parts: TimeParts, seconds: boolean): string {
  return seconds ? `${parts.hour}:${parts.minute}:${parts.second}` : `${parts.hour}:${parts.minute}`;
}
