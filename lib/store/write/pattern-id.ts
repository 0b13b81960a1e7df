import { createHash } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
/** Ids that are tried in turn: the next one where another pattern has the one before. */
const LENGTHS = [8, 16, 32] as const;

/**
 * The ids that a pattern may get by its first text, the best one first: the same on every Trackway. They are the SHA-256 of the text
 * in base 32 (RFC 4648, lower case), but begin with a letter, so that no query takes them for a number.
 */
export function patternIds(text: string): string[] {
  const digest = createHash('sha256').update(text).digest();
  const letters = Array.from(digest, (byte, index) => LETTERS[index === 0 ? byte % 16 : byte % 32]).join('');
  return LENGTHS.map((length) => letters.slice(0, length));
}
