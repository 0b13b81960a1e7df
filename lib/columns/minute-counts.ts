const MINUTE = 60_000_000;
const INTS = 4;
/** Above every code of a type or a severity. */
const CODES = 16;

/**
 * How many events a segment has in each minute, by type and severity: timelines of everything are drawn from these. Parallel
 * columns, sorted by minute; minutes since 1970, codes of types and severities, 0 for no severity.
 */
export interface MinuteCounts {
  readonly minutes: Int32Array;
  readonly types: Int32Array;
  readonly severities: Int32Array;
  readonly counts: Int32Array;
}

/** Counts the events that have a time. All three lists have an item for each event; times in microseconds, NaN for none. */
export function countMinutes(
  times: Float64Array,
  typeOf: (row: number) => number,
  severityOf: (row: number) => number,
): MinuteCounts {
  // One number for the three, so that a plain map counts them; times before 1970 keep their place by floor.
  const counts = new Map<number, number>();
  for (let row = 0; row < times.length; row += 1) {
    const time = times[row] ?? Number.NaN;
    if (Number.isNaN(time)) continue;
    const key = Math.floor(time / MINUTE) * CODES * CODES + typeOf(row) * CODES + severityOf(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([one], [other]) => one - other);
  const minuteOf = (key: number) => Math.floor(key / (CODES * CODES));
  const codesOf = (key: number) => key - minuteOf(key) * CODES * CODES;
  return {
    minutes: Int32Array.from(sorted, ([key]) => minuteOf(key)),
    types: Int32Array.from(sorted, ([key]) => Math.floor(codesOf(key) / CODES)),
    severities: Int32Array.from(sorted, ([key]) => codesOf(key) % CODES),
    counts: Int32Array.from(sorted, ([, count]) => count),
  };
}

/** The stored form: the four columns one behind the other, minutes as distances, four bytes each, little-endian. */
export function encodeMinutes({ minutes, types, severities, counts }: MinuteCounts): Buffer {
  const distances = minutes.map((minute, index) => minute - (index === 0 ? 0 : (minutes[index - 1] ?? 0)));
  return Buffer.concat([distances, types, severities, counts].map((part) => Buffer.from(part.buffer)));
}

/** Throws RangeError for bytes that `encodeMinutes` did not write. */
export function decodeMinutes(bytes: Uint8Array): MinuteCounts {
  const length = bytes.length / (INTS * 4);
  if (!Number.isInteger(length)) throw new RangeError('the minutes of a segment are damaged');
  const all = new Int32Array(length * INTS);
  new Uint8Array(all.buffer).set(bytes);
  const part = (index: number) => all.subarray(index * length, (index + 1) * length);
  const minutes = part(0);
  for (let index = 1; index < length; index += 1) minutes[index] = (minutes[index] ?? 0) + (minutes[index - 1] ?? 0);
  return { minutes, types: part(1), severities: part(2), counts: part(3) };
}
