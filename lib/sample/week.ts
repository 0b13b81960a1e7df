/** Times of the sample are whole microseconds since the epoch. */
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A Monday; fixed, so that links into the sample go on working. */
export const WEEK_START = Date.UTC(2025, 5, 2) * 1000;
export const DAYS = 7;
export const WEEK_END = WEEK_START + DAYS * DAY;
/** The day of the attack; those before it are quiet. */
export const LAST_DAY = WEEK_START + (DAYS - 1) * DAY;

/** The day of the week's sample that a time is in: 0 is Monday. */
export function dayOf(at: number): number {
  return Math.floor((at - WEEK_START) / DAY);
}

export function isWorkday(at: number): boolean {
  return dayOf(at) < 5;
}

/** Hours since midnight, with a fraction. */
export function hourOfDay(at: number): number {
  return ((at - WEEK_START) % DAY) / HOUR;
}

/** How busy the shop's visitors are: a mean of about 1 over a day, fewer at night and at the weekend. */
export function visitors(at: number): number {
  const daily = 1 + 0.75 * Math.cos(((hourOfDay(at) - 15) / 24) * 2 * Math.PI);
  return daily * (isWorkday(at) ? 1.1 : 0.7);
}

/** Neighbouring lines share their second; making its text is most of the work. */
const lastSecond = { at: -1, text: '' };

/** `2025-06-02T03:04:05.123456Z` with so many digits of a second, 0 to 9; below the microsecond they are made of the time. */
export function isoTime(at: number, digits: number): string {
  const second = Math.floor(at / SECOND);
  if (lastSecond.at !== second)
    Object.assign(lastSecond, { at: second, text: new Date(second * 1000).toISOString().slice(0, 19) });
  const seconds = lastSecond.text;
  if (digits === 0) return `${seconds}Z`;
  const nanos = (at % SECOND) * 1000 + ((at * 7) % 1000);
  return `${seconds}.${String(nanos).padStart(9, '0').slice(0, digits)}Z`;
}

const MONTH = 'Jun';

/** `Jun  2 03:04:05`, as the journal and old syslog write it: no year, no zone. */
export function journalTime(at: number): string {
  const date = new Date(at / 1000);
  return `${MONTH} ${String(date.getUTCDate()).padStart(2, ' ')} ${isoTime(at, 0).slice(11, 19)}`;
}

/** `0602 03:04:05.123456`, as klog writes it. */
export function klogTime(at: number): string {
  const text = isoTime(at, 6);
  return `${text.slice(5, 7)}${text.slice(8, 10)} ${text.slice(11, 26)}`;
}

/** `02/Jun/2025:03:04:05 +0000`, as web servers write it. */
export function webTime(at: number): string {
  const text = isoTime(at, 0);
  return `${text.slice(8, 10)}/${MONTH}/${text.slice(0, 4)}:${text.slice(11, 19)} +0000`;
}
