import type { LogEvent } from '@/lib/events';
import type { JsonObject } from './format';
import { setJsonTime } from './json-time';
import type { ReadContext } from './read-context';
import { dayMicros } from './timestamps';

/** The portal's way to write times into CSV: `5/6/2024, 7:08:09.250 AM`. */
const PORTAL = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))? ?([AP])M$/;
const HOUR = 3_600_000_000;
const MINUTE = 60_000_000;

/** Gives the event the time of its row: UTC, as the portal says in the column's name and the API by `Z`. */
export function setAnalyticsTime(row: JsonObject, event: LogEvent, context: ReadContext): void {
  const value = row.TimeGenerated ?? row['TimeGenerated [UTC]'];
  if (setJsonTime(event, context, value)) return;
  const match = typeof value === 'string' ? PORTAL.exec(value.slice(0, 40)) : null;
  if (match === null) return;
  const [, month, day, year, hour, minute, second, fraction = '', half] = match;
  const midnight = dayMicros(Number(year), Number(month), Number(day));
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  const micros = Number(second) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
  if (!Number.isNaN(midnight)) context.clock.setFull(event, midnight + hours * HOUR + Number(minute) * MINUTE + micros);
}
