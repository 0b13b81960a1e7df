/** Times of whole seconds or milliseconds are stored in those: shorter, and they compress better. In microseconds. */
const UNITS = [1_000_000, 1000, 1] as const;
/** In the place of a unit: the times as they are, eight bytes each. */
const AS_THEY_ARE = UNITS.length;
/** Twice a longer distance would not be exact. */
const DISTANCE_MAX = 2 ** 51;

/**
 * The stored form of times in microseconds since 1970, NaN for none: a byte with the unit's place in `UNITS`, then for each
 * event a LEB128 number: 0 for no time, else 1 + the zigzag-coded distance from the time before it. Times that are too far
 * apart for that are stored as they are.
 */
export function encodeTimes(times: Float64Array): Buffer {
  const unit = UNITS.findIndex((width) => times.every((time) => Number.isNaN(time) || time % width === 0));
  const width = UNITS[unit] ?? 1;
  const bytes = Buffer.allocUnsafe(1 + times.length * 9);
  bytes[0] = unit;
  let at = 1;
  let before = 0;
  for (const time of times) {
    let rest = 0;
    if (!Number.isNaN(time)) {
      const distance = time / width - before;
      if (Math.abs(distance) > DISTANCE_MAX) return asTheyAre(times);
      rest = 1 + (distance < 0 ? -2 * distance - 1 : 2 * distance);
      before += distance;
    }
    while (rest >= 0x80) {
      bytes[at++] = 0x80 | (rest % 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes[at++] = rest;
  }
  return Buffer.from(bytes.subarray(0, at));
}

function asTheyAre(times: Float64Array): Buffer {
  return Buffer.concat([Buffer.of(AS_THEY_ARE), new Uint8Array(times.slice().buffer)]);
}

/** Fills `into` with the times of a stored chunk; throws RangeError when they are not as many. */
export function decodeTimes(bytes: Uint8Array, into: Float64Array): void {
  if (bytes[0] === AS_THEY_ARE && bytes.length === 1 + into.byteLength) {
    new Uint8Array(into.buffer, into.byteOffset).set(bytes.subarray(1));
    return;
  }
  const width = UNITS[bytes[0] ?? AS_THEY_ARE];
  if (width === undefined) throw new RangeError('the times of a segment are damaged');
  let at = 1;
  let before = 0;
  for (let row = 0; row < into.length; row += 1) {
    let byte = bytes[at++] ?? 0;
    let number = byte & 0x7f;
    for (let scale = 0x80; byte >= 0x80; scale *= 0x80) {
      byte = bytes[at++] ?? 0;
      number += (byte & 0x7f) * scale;
    }
    if (number === 0) {
      into[row] = Number.NaN;
      continue;
    }
    const zigzag = number - 1;
    before += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    into[row] = before * width;
  }
  if (at !== bytes.length) throw new RangeError('the times of a segment are damaged');
}
