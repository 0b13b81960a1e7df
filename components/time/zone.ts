/** How times are shown: in UTC, in the zone of the person's computer, or in another by its IANA name, such as `Europe/Berlin`. */
export type Zone = 'utc' | 'local' | `${string}/${string}`;

/** Whether a text, from an address say, names a zone that this browser knows. */
export function isZone(text: string): text is Zone {
  if (text === 'utc' || text === 'local') return true;
  return text.includes('/') && text.length <= 64 && formatterOf(text) !== null;
}

/** The IANA name of the zone of this computer; null where it is UTC, or has none. */
export function ownZoneName(): Zone | null {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isZone(name) && name !== 'Etc/UTC' ? name : null;
}

/** Minutes east of UTC at a moment in milliseconds; summer time makes them depend on it. */
export function offsetMinutes(zone: Zone, milliseconds: number): number {
  if (zone === 'utc' || Number.isNaN(milliseconds)) return 0;
  if (zone === 'local') return -new Date(milliseconds).getTimezoneOffset();
  const formatter = formatterOf(zone);
  if (formatter === null) return 0;
  const parts = new Map(formatter.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((shown - Math.floor(milliseconds / 1000) * 1000) / 60_000);
}

/** The zone's label at a moment: `UTC`, `UTC+2`, `UTC+5:30`. */
export function zoneLabel(zone: Zone, milliseconds: number): string {
  return zone === 'utc' ? 'UTC' : offsetLabel(offsetMinutes(zone, milliseconds));
}

/** `UTC+5:30` of an offset in minutes east of Greenwich. */
export function offsetLabel(minutes: number): string {
  if (minutes === 0) return 'UTC+0';
  const size = Math.abs(minutes);
  const rest = size % 60;
  const hours = `${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}`;
  return rest === 0 ? `UTC${hours}` : `UTC${hours}:${String(rest).padStart(2, '0')}`;
}

const FORMATTERS_MAX = 50;
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Null for a name that is no zone. Making one costs more than using it a thousand times. */
function formatterOf(name: string): Intl.DateTimeFormat | null {
  const known = formatters.get(name);
  if (known !== undefined) return known;
  const made = makeFormatter(name);
  if (formatters.size >= FORMATTERS_MAX) formatters.clear();
  formatters.set(name, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory', { timeZone, ...numeric, ...clock });
  } catch {
    return null;
  }
}
