import { monthNumber } from './month-names';
import { dayMicros, TimestampScanner, twoDigits } from './timestamps';

const clock = new TimestampScanner();
const SLASH = 47;
const COLON = 58;

/** Microseconds, read as UTC, of `dd/Mon/yyyy:hh:mm:ss[.fff]` (Apache's common log format, HAProxy); null when it is none. */
export function commonLogMicros(text: string): number | null {
  if (text.charCodeAt(2) !== SLASH || text.charCodeAt(6) !== SLASH || text.charCodeAt(11) !== COLON) return null;
  const year = twoDigits(text, 7) * 100 + twoDigits(text, 9);
  const day = dayMicros(year, monthNumber(text.slice(3, 6)), twoDigits(text, 0));
  return Number.isNaN(day) || !clock.scanClock(text, 12) ? null : day + clock.micros;
}
