/**
 * A WebAssembly module of one function, `find(at, last, needle, length, first, second, a, fold_a, b, fold_b)`: where, from
 * `at` to `last`, the bytes at `needle` begin in memory, ASCII capitals taken for small letters, or -1. All are 32-bit
 * numbers. It compares sixteen places at a time (128-bit SIMD) in two bytes of the needle, those at its places `first` and
 * `second`, and looks at the whole needle where both fit. `a` and `b` are these bytes, `fold_a` and `fold_b` 0x20 where they
 * are letters. Sixteen bytes behind `last` + `length` are read and must be there.
 *
 * Put together here, instruction by instruction, as it is shorter than what it would take to build it from a language; names
 * and codes are those of the WebAssembly specification 2.0, chapters 5 (binary format) and 5.4.9 (vector instructions).
 */
export function byteSearchModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, PARAMETERS, ...Array<number>(PARAMETERS).fill(I32), 1, I32]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0x00, 1]),
    ...section(7, [2, ...name('memory'), 0x02, 0, ...name('find'), 0x00, 0]),
    ...section(10, [1, ...sized([...LOCALS, ...findBody(), END])]),
  ]);
}

const I32 = 0x7f;
const V128 = 0x7b;
const VOID = 0x40;
const PARAMETERS = 10;
const [AT, LAST, NEEDLE, LENGTH, FIRST, SECOND, A, FOLD_A, B, FOLD_B] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** Behind the parameters: four numbers and four vectors. */
const [MASK, FOUND, INDEX, BYTE, ALL_A, ALL_FOLD_A, ALL_B, ALL_FOLD_B] = [10, 11, 12, 13, 14, 15, 16, 17] as const;
const LOCALS = [2, 4, I32, 4, V128];

const [BLOCK, LOOP, IF, END, BR, BR_IF, RETURN] = [0x02, 0x03, 0x04, 0x0b, 0x0c, 0x0d, 0x0f] as const;
const [LOAD8, ADD, SUB, AND, OR, NE, LT_U, GT_S, EQZ, CTZ] = [
  ...[0x2d, 0x6a, 0x6b, 0x71, 0x72, 0x47, 0x49, 0x4a, 0x45, 0x68],
] as const;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const number = (value: number) => [0x41, ...signedLeb(value)];
const vector = (code: number) => [0xfd, code];
const [SPLAT, EQUAL, BOTH, EITHER, BITMASK] = [0x0f, 0x23, 0x4e, 0x50, 0x64] as const;
const load8 = [LOAD8, 0, 0];
const loadVector = [...vector(0x00), 0, 0];

function findBody(): number[] {
  return [
    ...splat(A, ALL_A),
    ...splat(FOLD_A, ALL_FOLD_A),
    ...splat(B, ALL_B),
    ...splat(FOLD_B, ALL_FOLD_B),
    ...[LOOP, VOID],
    // Beyond the last place: none.
    ...[...get(AT), ...get(LAST), GT_S, IF, VOID, ...number(-1), RETURN, END],
    ...isByte(FIRST, ALL_A, ALL_FOLD_A),
    ...isByte(SECOND, ALL_B, ALL_FOLD_B),
    ...[...vector(BOTH), ...vector(BITMASK), ...set(MASK)],
    ...candidates(),
    ...[...get(AT), ...number(16), ADD, ...set(AT), BR, 0],
    ...[END, ...number(-1)],
  ];
}

function splat(from: number, to: number): number[] {
  return [...get(from), ...vector(SPLAT), ...set(to)];
}

/** Which of the sixteen places have a byte of the needle at its place. */
function isByte(place: number, all: number, fold: number): number[] {
  return [
    ...[...get(AT), ...get(place), ADD, ...loadVector],
    ...[...get(fold), ...vector(EITHER), ...get(all), ...vector(EQUAL)],
  ];
}

/** The places in the mask, the lowest first: the one where the whole needle stands is the answer. */
function candidates(): number[] {
  return [
    ...[BLOCK, VOID, LOOP, VOID],
    ...[...get(MASK), EQZ, BR_IF, 1],
    ...[...get(AT), ...get(MASK), CTZ, ADD, ...tee(FOUND), ...get(LAST), GT_S, BR_IF, 1],
    ...[...number(0), ...set(INDEX)],
    ...[BLOCK, VOID, LOOP, VOID],
    // All bytes fit.
    ...[...get(INDEX), ...get(LENGTH), NE, EQZ, IF, VOID, ...get(FOUND), RETURN, END],
    ...foldedByte(),
    ...[...get(NEEDLE), ...get(INDEX), ADD, ...load8, NE, BR_IF, 1],
    ...[...get(INDEX), ...number(1), ADD, ...set(INDEX), BR, 0],
    ...[END, END],
    // The lowest bit is done.
    ...[...get(MASK), ...get(MASK), ...number(1), SUB, AND, ...set(MASK), BR, 0],
    ...[END, END],
  ];
}

/** The byte at a place of the text, a capital as its small letter. */
function foldedByte(): number[] {
  return [
    ...[...get(FOUND), ...get(INDEX), ADD, ...load8, ...tee(BYTE)],
    ...[...get(BYTE), ...number(65), SUB, ...number(26), LT_U],
    // The comparison gives 1 or 0: thirty-two times that.
    ...[...number(5), SHIFT_LEFT, OR],
  ];
}

const SHIFT_LEFT = 0x74;

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsignedLeb(content.length), ...content];
}

function name(text: string): number[] {
  return sized([...Buffer.from(text)]);
}

function unsignedLeb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsignedLeb(value >>> 7)];
}

/** Of small numbers: one or two bytes. */
function signedLeb(value: number): number[] {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signedLeb(value >> 7)];
}
