import { readName } from './scan-name';
import { CharacterClass, endsWord, readPhrase } from './scan-word';

/** Where the value of the other field stands in that of the first. */
export type Holds = 'equal' | 'start' | 'end' | 'inside';

export interface WrittenOtherField {
  readonly name: string;
  readonly holds: Holds;
  /** Whether upper and lower case are told apart. */
  readonly cased: boolean;
  readonly to: number;
}

const OPENING = /\*?field\(/iy;
const CASED = /\s*,\s*cased/iy;

/** Whether a value begins as another field's name does: `field(`, perhaps behind a star. */
export function opensOtherField(text: string, from: number): boolean {
  OPENING.lastIndex = from;
  return OPENING.test(text);
}

/** Reads `field(name)` with a star before or behind it, and `, cased` within; null when it goes wrong after its opening. */
export function scanOtherField(text: string, from: number): WrittenOtherField | null {
  const named = nameWithin(text, text.indexOf('(', from) + 1);
  if (named === null) return null;
  CASED.lastIndex = named.to;
  const cased = CASED.test(text);
  const close = skipSpace(text, cased ? CASED.lastIndex : named.to);
  if (text[close] !== ')') return null;
  const starts = text[from] === '*';
  const ends = text[close + 1] === '*';
  const to = close + (ends ? 2 : 1);
  const next = text[to];
  if (next !== undefined && (next === '(' || next === '"' || !endsWord(next))) return null;
  return { name: named.name, holds: placeOf(starts, ends), cased, to };
}

function placeOf(starts: boolean, ends: boolean): Holds {
  if (starts) return ends ? 'inside' : 'end';
  return ends ? 'start' : 'equal';
}

function nameWithin(text: string, from: number): { name: string; to: number } | null {
  const start = skipSpace(text, from);
  const phrase = text[start] === '"' ? readPhrase(text, start) : null;
  if (phrase !== null) return phrase.closed && phrase.text !== '' ? { name: phrase.text, to: phrase.to } : null;
  const name = readName(text, start);
  return name.name === '' ? null : name;
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (CharacterClass.space(text[position])) position++;
  return position;
}
