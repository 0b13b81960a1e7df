import { allBits, type Bits, makeBits } from './bits';
import type { Codes } from './codes';

/** Which events of one segment a query is about: plain data over shared memory, so that any thread can find out. */
export type RowTest =
  | { readonly kind: 'every' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and' | 'or'; readonly of: readonly RowTest[] }
  | { readonly kind: 'not'; readonly of: RowTest }
  /** Events whose code is accepted: `accepts` has a byte for each code. */
  | { readonly kind: 'codes'; readonly codes: Codes; readonly accepts: Uint8Array }
  /** Events with a time in [from, to), in microseconds. */
  | { readonly kind: 'time'; readonly times: Float64Array; readonly from: number; readonly to: number }
  /** Events with a time in accepted stretches of so many microseconds, as many as `accepts` has, over and over since 1970. */
  | { readonly kind: 'cycle'; readonly times: Float64Array; readonly width: number; readonly accepts: Uint8Array }
  | SameTest
  /** Events that were found by other means. */
  | { readonly kind: 'bits'; readonly bits: Bits };

/** Events whose two codes stand for the same number, which is not 0. */
export interface SameTest {
  readonly kind: 'same';
  readonly codes: Codes;
  readonly numbers: Uint32Array;
  readonly otherCodes: Codes;
  readonly otherNumbers: Uint32Array;
}

export const EVERY: RowTest = { kind: 'every' };
export const NONE: RowTest = { kind: 'none' };

/** `of` joined, as simple as it can be said. */
export function allOf(of: readonly RowTest[]): RowTest {
  if (of.some((test) => test.kind === 'none')) return NONE;
  const rest = of.filter((test) => test.kind !== 'every');
  const [only] = rest;
  if (only === undefined) return EVERY;
  return rest.length === 1 ? only : { kind: 'and', of: rest };
}

export function anyOf(of: readonly RowTest[]): RowTest {
  if (of.some((test) => test.kind === 'every')) return EVERY;
  const rest = of.filter((test) => test.kind !== 'none');
  const [only] = rest;
  if (only === undefined) return NONE;
  return rest.length === 1 ? only : { kind: 'or', of: rest };
}

export function noneOf(of: RowTest): RowTest {
  if (of.kind === 'every') return NONE;
  return of.kind === 'none' ? EVERY : { kind: 'not', of };
}

/**
 * The events of a segment of `rows` events that pass a test; with `within`, only those that are in it. What is given in is
 * never changed, but may be what comes out.
 */
export function passing(test: RowTest, rows: number, within: Bits | null = null): Bits {
  switch (test.kind) {
    case 'every':
      return within ?? allBits(rows);
    case 'none':
      return makeBits(rows);
    case 'and':
      return passingAll(test.of, rows, within);
    case 'or':
      return passingAny(test.of, rows, within);
    case 'not':
      return without(within ?? allBits(rows), passing(test.of, rows, within), rows);
    case 'codes':
      return passingCodes(test.codes, test.accepts, rows, within);
    case 'time':
      return passingTimes(test.times, test.from, test.to, rows, within);
    case 'cycle':
      return passingCycle(test.times, test.width, test.accepts, rows, within);
    case 'same':
      return passingSame(test, rows, within);
    case 'bits':
      return within === null ? test.bits : both(test.bits, within, rows);
  }
}

/** Each test looks only at what the ones before it left. */
function passingAll(of: readonly RowTest[], rows: number, within: Bits | null): Bits {
  let left = within;
  for (const test of of) left = passing(test, rows, left);
  return left ?? allBits(rows);
}

function passingAny(of: readonly RowTest[], rows: number, within: Bits | null): Bits {
  const bits = makeBits(rows);
  for (const test of of) {
    const more = passing(test, rows, within);
    for (let index = 0; index < bits.length; index += 1) bits[index] = (bits[index] ?? 0) | (more[index] ?? 0);
  }
  return bits;
}

function both(one: Bits, other: Bits, rows: number): Bits {
  const bits = makeBits(rows);
  for (let index = 0; index < bits.length; index += 1) bits[index] = (one[index] ?? 0) & (other[index] ?? 0);
  return bits;
}

function without(all: Bits, some: Bits, rows: number): Bits {
  const bits = makeBits(rows);
  for (let index = 0; index < bits.length; index += 1) bits[index] = (all[index] ?? 0) & ~(some[index] ?? 0);
  return bits;
}

// The loops below are where the time of a filter goes: no calls, no objects, whole words skipped.

function passingCodes(codes: Codes, accepts: Uint8Array, rows: number, within: Bits | null): Bits {
  const bits = makeBits(rows);
  for (let index = 0; index < bits.length; index += 1) {
    const wanted = within === null ? 0xffff_ffff : (within[index] ?? 0);
    if (wanted === 0) continue;
    const first = index << 5;
    const end = Math.min(first + 32, rows);
    let found = 0;
    for (let row = first; row < end; row += 1) found |= (accepts[codes[row] ?? 0] ?? 0) << (row & 31);
    bits[index] = found & wanted;
  }
  return bits;
}

function passingTimes(times: Float64Array, from: number, to: number, rows: number, within: Bits | null): Bits {
  const bits = makeBits(rows);
  for (let index = 0; index < bits.length; index += 1) {
    const wanted = within === null ? 0xffff_ffff : (within[index] ?? 0);
    if (wanted === 0) continue;
    const first = index << 5;
    const end = Math.min(first + 32, rows);
    let found = 0;
    for (let row = first; row < end; row += 1) {
      const time = times[row] ?? Number.NaN;
      if (time >= from && time < to) found |= 1 << (row & 31);
    }
    bits[index] = found & wanted;
  }
  return bits;
}

function passingCycle(
  times: Float64Array,
  width: number,
  accepts: Uint8Array,
  rows: number,
  within: Bits | null,
): Bits {
  const bits = makeBits(rows);
  const length = accepts.length;
  for (let index = 0; index < bits.length; index += 1) {
    const wanted = within === null ? 0xffff_ffff : (within[index] ?? 0);
    if (wanted === 0) continue;
    const first = index << 5;
    const end = Math.min(first + 32, rows);
    let found = 0;
    for (let row = first; row < end; row += 1) {
      // No time gives no place, and what has no place is not accepted.
      const place = Math.floor((times[row] ?? Number.NaN) / width) % length;
      found |= (accepts[place < 0 ? place + length : place] ?? 0) << (row & 31);
    }
    bits[index] = found & wanted;
  }
  return bits;
}

function passingSame(test: SameTest, rows: number, within: Bits | null): Bits {
  const { codes, numbers, otherCodes, otherNumbers } = test;
  const bits = makeBits(rows);
  for (let index = 0; index < bits.length; index += 1) {
    const wanted = within === null ? 0xffff_ffff : (within[index] ?? 0);
    if (wanted === 0) continue;
    const first = index << 5;
    const end = Math.min(first + 32, rows);
    let found = 0;
    for (let row = first; row < end; row += 1) {
      const number = numbers[codes[row] ?? 0] ?? 0;
      if (number !== 0 && number === otherNumbers[otherCodes[row] ?? 0]) found |= 1 << (row & 31);
    }
    bits[index] = found & wanted;
  }
  return bits;
}
