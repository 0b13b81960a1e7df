/**
 * Two Bloom filters of a raw block, so that a text search reads only blocks that may match (docs/decisions/0003):
 * - `grams`: every window of four letters, lower case, two bits each. Answers for any substring with four letters in a row.
 * - `tokens`: every run of three or more letters and digits, lower case, four bits each. Answers for whole words, ids, numbers.
 * Both look at ASCII only; other bytes separate.
 */
export interface BlockFilters {
  readonly grams: Buffer;
  readonly tokens: Buffer;
}

/** Sizes are powers of two, so that a bit is found by shifting. */
const GRAMS_BYTES_MAX = 2048;
const TOKENS_BYTES_MAX = 4096;
const FILTER_BYTES_MIN = 32;
const TOKEN_LENGTH_MIN = 3;
const GRAM_LENGTH = 4;
const TOKEN_BITS = 4;

/** Lower-case byte of every letter and digit, 0 for the rest; letters have bit 6 set, digits have not. */
const LOWER = lowerTable();

/** Multipliers of multiplicative hashing (Knuth, TAOCP volume 3, 6.4): the high bits of the product are the hash. */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
/** The prime of FNV-1a, 32 bits. */
const TOKEN_PRIME = 0x01000193;

/** Slots of the memory of runs; a power of two. */
const SEEN_SLOTS = 4096;
/** Where in the block each of the latest runs began, plus one; of this call only. */
const seen = new Uint32Array(SEEN_SLOTS);

/**
 * Builds the filters of a block. The innermost loop of ingest: no calls for a byte, no objects. Logs say the same words over
 * and over: a run of letters and digits that equals an earlier one is not taken apart again, and what follows it is compared
 * with what followed then, which costs less than a hash.
 */
export function buildFilters(raw: Uint8Array): BlockFilters {
  const grams = Buffer.alloc(filterBytes(raw.length, 128, GRAMS_BYTES_MAX));
  const tokens = Buffer.alloc(filterBytes(raw.length, 64, TOKENS_BYTES_MAX));
  const { length } = raw;
  const words = new DataView(raw.buffer, raw.byteOffset, length);
  seen.fill(0);
  let index = 0;
  let shift = length;
  while (index < length) {
    if (LOWER[raw[index] as number] === 0) {
      index = repeatedUntil(raw, words, index, shift);
      continue;
    }
    const start = index;
    let hash = 0;
    for (; index < length; index += 1) {
      const byte = LOWER[raw[index] as number] as number;
      if (byte === 0) break;
      hash = Math.imul(hash ^ byte, TOKEN_PRIME);
    }
    if (index - start < TOKEN_LENGTH_MIN) continue;
    const slot = Math.imul(hash, FIRST) >>> 20;
    const before = (seen[slot] as number) - 1;
    seen[slot] = start + 1;
    if (before >= 0 && isSameRun(raw, before, start, index)) {
      shift = start - before;
      continue;
    }
    addToken(tokens, hash);
    if (index - start >= GRAM_LENGTH) addGrams(grams, raw, start, index);
  }
  return { grams, tokens };
}

/**
 * Where what repeats the bytes `shift` before it ends, from a separator on; a run that is cut off there is left out. With
 * nothing repeated, the end of the separator.
 */
function repeatedUntil(raw: Uint8Array, words: DataView, separator: number, shift: number): number {
  const { length } = raw;
  const behind = separator + 1;
  if (separator < shift || raw[separator] !== raw[separator - shift]) return behind;
  let index = behind;
  // Four bytes at a time: half of a log and more is passed here.
  while (index + 4 <= length && words.getInt32(index) === words.getInt32(index - shift)) index += 4;
  while (index < length && raw[index] === raw[index - shift]) index += 1;
  while (index > behind && LOWER[raw[index - 1] as number] !== 0) index -= 1;
  return index;
}

/** Whether the run from `before` on equals the one from `start` to `end`, byte for byte: a hash alone can be forged. */
function isSameRun(raw: Uint8Array, before: number, start: number, end: number): boolean {
  const shift = start - before;
  for (let index = start; index < end; index += 1) {
    if (raw[index] !== raw[index - shift]) return false;
  }
  return LOWER[raw[end - shift] as number] === 0;
}

function addGrams(grams: Uint8Array, raw: Uint8Array, start: number, end: number): void {
  const shift = shiftOf(grams);
  let window = 0;
  let letters = 0;
  for (let index = start; index < end; index += 1) {
    const byte = LOWER[raw[index] as number] as number;
    if (byte < 64) {
      letters = 0;
      continue;
    }
    window = (window << 8) | byte;
    letters += 1;
    if (letters < GRAM_LENGTH) continue;
    const first = Math.imul(window, FIRST) >>> shift;
    const second = Math.imul(window, SECOND) >>> shift;
    grams[first >>> 3] = (grams[first >>> 3] as number) | (1 << (first & 7));
    grams[second >>> 3] = (grams[second >>> 3] as number) | (1 << (second & 7));
  }
}

/** What a block must hold to hold a needle. Empty when the filters cannot tell: then every block may match. */
export interface NeedleProbe {
  readonly grams: readonly number[];
  readonly tokens: readonly number[];
}

/**
 * Prepares a needle (any text, any case). Runs at the needle's ends may be parts of longer words, so only a run with a
 * separator on both sides counts as a token; `whole` says that the ends are word boundaries too.
 */
export function probeFor(needle: string, whole = false): NeedleProbe {
  const bytes = Buffer.from(needle, 'utf8');
  const grams: number[] = [];
  const tokens: number[] = [];
  let start = 0;
  for (let index = 0; index <= bytes.length; index += 1) {
    if (index < bytes.length && LOWER[bytes[index] as number] !== 0) continue;
    const inside = whole || (start > 0 && index < bytes.length);
    probeRun(bytes.subarray(start, index), inside, grams, tokens);
    start = index + 1;
  }
  return { grams, tokens };
}

/** False only when the block certainly does not hold the needle. */
export function mayContain(filters: BlockFilters, probe: NeedleProbe): boolean {
  return (
    probe.grams.every((gram) => hasGram(filters.grams, gram)) &&
    probe.tokens.every((token) => hasToken(filters.tokens, token))
  );
}

function probeRun(run: Buffer, isToken: boolean, grams: number[], tokens: number[]): void {
  let window = 0;
  let letters = 0;
  let hash = 0;
  for (const raw of run) {
    const byte = LOWER[raw] as number;
    hash = Math.imul(hash ^ byte, TOKEN_PRIME);
    letters = byte < 64 ? 0 : letters + 1;
    window = (window << 8) | byte;
    if (letters >= GRAM_LENGTH) grams.push(window);
  }
  if (isToken && run.length >= TOKEN_LENGTH_MIN) tokens.push(hash);
}

function addToken(filter: Uint8Array, token: number): void {
  const shift = shiftOf(filter);
  let mixed = mix(token);
  for (let count = 0; count < TOKEN_BITS; count += 1) {
    const bit = mixed >>> shift;
    filter[bit >>> 3] = (filter[bit >>> 3] as number) | (1 << (bit & 7));
    mixed = Math.imul(mixed, FIRST) ^ token;
  }
}

function hasToken(filter: Uint8Array, token: number): boolean {
  const shift = shiftOf(filter);
  let mixed = mix(token);
  for (let count = 0; count < TOKEN_BITS; count += 1) {
    if (!hasBit(filter, mixed >>> shift)) return false;
    mixed = Math.imul(mixed, FIRST) ^ token;
  }
  return true;
}

function hasGram(filter: Uint8Array, window: number): boolean {
  const shift = shiftOf(filter);
  return hasBit(filter, Math.imul(window, FIRST) >>> shift) && hasBit(filter, Math.imul(window, SECOND) >>> shift);
}

function hasBit(filter: Uint8Array, bit: number): boolean {
  return ((filter[bit >>> 3] as number) & (1 << (bit & 7))) !== 0;
}

/** How far to shift a 32-bit hash to be left with the number of a bit. */
function shiftOf(filter: Uint8Array): number {
  return Math.clz32(filter.length * 8) + 1;
}

/** The finaliser of MurmurHash3 (public domain, Austin Appleby), which spreads neighbouring values. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function filterBytes(rawLength: number, bytesPerFilterByte: number, max: number): number {
  let size = FILTER_BYTES_MIN;
  while (size * bytesPerFilterByte < rawLength && size < max) size *= 2;
  return size;
}

function lowerTable(): Uint8Array {
  const table = new Uint8Array(256);
  for (let digit = 48; digit <= 57; digit += 1) table[digit] = digit;
  for (let letter = 97; letter <= 122; letter += 1) {
    table[letter] = letter;
    table[letter - 32] = letter;
  }
  return table;
}
