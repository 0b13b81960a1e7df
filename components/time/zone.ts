/** How times are shown: UTC, or the zone of the person's computer. */
export const ZONES = ['utc', 'local'] as const;

export type Zone = (typeof ZONES)[number];

/** The zone's label at a moment: `UTC`, `UTC+2`, `UTC+5:30`; summer time makes it depend on the moment. */
export function zoneLabel(zone: Zone, milliseconds: number): string {
  return zone === 'utc' ? 'UTC' : offsetLabel(-new Date(milliseconds).getTimezoneOffset());
}

/** `UTC+5:30` of an offset in minutes east of Greenwich. */
export function offsetLabel(minutes: number): string {
  if (minutes === 0) return 'UTC+0';
  const size = Math.abs(minutes);
  const rest = size % 60;
  const hours = `${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}`;
  return rest === 0 ? `UTC${hours}` : `UTC${hours}:${String(rest).padStart(2, '0')}`;
}
