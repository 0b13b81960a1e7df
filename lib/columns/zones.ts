/** Events in a zone: the unit in which a search for the newest events passes over what is too old. */
export const ZONE_ROWS = 4096;

/** The first and last time of each zone of a segment, in microseconds; infinities where no event has one. */
export interface TimeZones {
  readonly first: Float64Array;
  readonly last: Float64Array;
}

export function timeZones(times: Float64Array): TimeZones {
  const zones = Math.ceil(times.length / ZONE_ROWS);
  const first = new Float64Array(new SharedArrayBuffer(zones * 8)).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(new SharedArrayBuffer(zones * 8)).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < times.length; row += 1) {
    const zone = Math.floor(row / ZONE_ROWS);
    const time = times[row] ?? Number.NaN;
    if (time < (first[zone] ?? 0)) first[zone] = time;
    if (time > (last[zone] ?? 0)) last[zone] = time;
  }
  return { first, last };
}
