import { otherCase } from '../folding';
import { type CharacterRange, RegexError } from './regex';

interface CharacterSet {
  readonly ranges: readonly CharacterRange[];
  readonly negated: boolean;
}

const DIGITS: readonly CharacterRange[] = [[0x30, 0x39]];
const WORD: readonly CharacterRange[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const SPACES: readonly CharacterRange[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];

/** Escapes that stand for a set of characters; ASCII only, as in Postgres's "C" collation. */
export const CLASS_ESCAPES: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', { ranges: DIGITS, negated: false }],
  ['D', { ranges: DIGITS, negated: true }],
  ['w', { ranges: WORD, negated: false }],
  ['W', { ranges: WORD, negated: true }],
  ['s', { ranges: SPACES, negated: false }],
  ['S', { ranges: SPACES, negated: true }],
  ['n', { ranges: [[0x0a, 0x0a]], negated: false }],
  ['r', { ranges: [[0x0d, 0x0d]], negated: false }],
  ['t', { ranges: [[0x09, 0x09]], negated: false }],
  ['f', { ranges: [[0x0c, 0x0c]], negated: false }],
  ['v', { ranges: [[0x0b, 0x0b]], negated: false }],
]);

/** Ranges wider than this are taken as they stand: whoever writes one means the block, not its letters. */
const FOLDED_WIDTH_MAX = 512;

/** Adds the other case of every letter. */
export function foldRanges(ranges: readonly CharacterRange[]): CharacterRange[] {
  const all = [...ranges];
  for (const [low, high] of ranges) {
    if (high - low > FOLDED_WIDTH_MAX) continue;
    for (let code = low; code <= high; code++) {
      const other = otherCase(String.fromCodePoint(code))?.codePointAt(0);
      if (other !== undefined && !all.some((range) => range[0] <= other && other <= range[1])) all.push([other, other]);
    }
  }
  return all;
}

/** Reads a bracket expression that opens at `from`. */
export function readSet(source: string, from: number): CharacterSet & { to: number } {
  const negated = source[from + 1] === '^';
  const ranges: CharacterRange[] = [];
  let position = from + (negated ? 2 : 1);
  while (position < source.length && source[position] !== ']') {
    const low = readMember(source, position);
    position = low.to;
    if (!('code' in low)) {
      ranges.push(...low.ranges);
    } else if (source[position] === '-' && (source[position + 1] ?? ']') !== ']') {
      const high = readMember(source, position + 1);
      if (!('code' in high) || high.code < low.code) {
        throw new RegexError('the ends of this range are the wrong way round', { from: position, to: high.to });
      }
      ranges.push([low.code, high.code]);
      position = high.to;
    } else {
      ranges.push([low.code, low.code]);
    }
  }
  if (position >= source.length) throw new RegexError('this bracket is not closed', { from, to: from + 1 });
  if (ranges.length === 0) throw new RegexError('nothing is in the brackets', { from, to: position + 1 });
  return { ranges, negated, to: position + 1 };
}

type Member = { to: number } & ({ code: number } | { ranges: readonly CharacterRange[] });

function readMember(source: string, at: number): Member {
  if (source[at] !== '\\') {
    if (source.startsWith('[:', at) || source.startsWith('[.', at) || source.startsWith('[=', at)) {
      throw new RegexError('named classes are not supported; a literal bracket is \\[', { from: at, to: at + 2 });
    }
    const code = source.codePointAt(at) ?? 0;
    return { code, to: at + (code > 0xffff ? 2 : 1) };
  }
  const code = source.codePointAt(at + 1);
  if (code === undefined) throw new RegexError('a backslash needs something after it', { from: at, to: at + 1 });
  const character = String.fromCodePoint(code);
  const to = at + 1 + character.length;
  const set = CLASS_ESCAPES.get(character);
  if (set !== undefined && !set.negated) {
    const [only] = set.ranges;
    return set.ranges.length === 1 && only !== undefined && only[0] === only[1]
      ? { code: only[0], to }
      : { ranges: set.ranges, to };
  }
  if (/^[a-z0-9]$/i.test(character)) {
    throw new RegexError(`\\${character} is not supported in brackets`, { from: at, to });
  }
  return { code, to };
}
