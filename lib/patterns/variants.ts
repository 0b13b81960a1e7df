import { Generations } from './generations';
import type { Shape } from './shape';
import { VALUE } from './skeleton-text';

/** So many words in one place of lines that are the same otherwise are values of something. */
const WORDS_OF_A_VALUE = 5;
/** A line begins with what it is about, so that the first word says more. */
const FIRST_WORDS_OF_A_VALUE = 12;
/** Words that must be left of a line for it to say the same with another word in one place. */
const WORDS_LEFT = 2;
/** Words that must be left for a word to be a value where only numbers and the like were met so far. */
const WORDS_LEFT_AT_ONCE = 3;
/** Places of a line that are looked at. */
const PLACES_MAX = 40;

const ANY = String.fromCharCode(VALUE);
const LETTER = /[A-Za-z]/;
const WORD = /[A-Za-z]{2}/;
const CAPITALS = /[A-Z_]{3}/;
const SMALL = /[a-z]/;
/** Behind a word. */
const PUNCTUATION = ',;:.!?';
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
]);

/** Shapes that differ in one word. */
interface Family {
  /** The shape of which they all are a part; null as long as they are few. */
  general: Shape | null;
  readonly members: Shape[];
}

/** Finds out which shapes are variants of one: they differ in one word, for which many words were met. */
export class Variants {
  /** By a skeleton with one word taken out. */
  private readonly families: Generations<string, Family>;

  /** `find` answers the shape of a skeleton if one is known, `make` also when none is. */
  constructor(
    families: number,
    private readonly find: (skeleton: string) => Shape | undefined,
    private readonly make: (skeleton: string) => Shape,
  ) {
    this.families = new Generations(families);
  }

  /** Takes a shape that is met for the first time; afterwards it may be part of a more general one. */
  add(shape: Shape): void {
    const tokens = shape.skeleton.split(' ');
    const words = tokens.reduce((sum, token) => sum + (WORD.test(token) ? 1 : 0), 0);
    if (words <= WORDS_LEFT) return;
    for (const [place, token] of tokens.entries()) {
      if (place >= PLACES_MAX) return;
      if (!mayVary(token)) continue;
      const key = tokens.with(place, asValue(token)).join(' ');
      if (words > WORDS_LEFT_AT_ONCE && this.joinsKnown(shape, key)) return;
      if (this.joinsFamily(shape, key, place)) return;
    }
  }

  private joinsKnown(shape: Shape, key: string): boolean {
    const general = this.find(key);
    if (general === undefined || general === shape) return false;
    shape.joins(general);
    return true;
  }

  private joinsFamily(shape: Shape, key: string, place: number): boolean {
    const family = this.families.get(key);
    if (family === undefined) {
      this.families.set(key, { general: null, members: [shape] });
      return false;
    }
    if (family.general !== null) {
      shape.joins(family.general);
      return true;
    }
    family.members.push(shape);
    if (family.members.length < (place === 0 ? FIRST_WORDS_OF_A_VALUE : WORDS_OF_A_VALUE)) return false;
    family.general = this.make(key);
    for (const member of family.members.splice(0)) member.joins(family.general);
    return true;
  }
}

/** Words in capitals are states and the like: they are few, and each says something else. */
function mayVary(token: string): boolean {
  return !token.includes(ANY) && LETTER.test(token) && (SMALL.test(token) || !CAPITALS.test(token));
}

/** The word as a value, in the punctuation that it stands in: `"jane",` as `"<*>",`. */
function asValue(token: string): string {
  let end = token.length;
  while (end > 0 && PUNCTUATION.includes(token[end - 1] ?? '')) end -= 1;
  const [open = '', close = ''] = [token[0], token[end - 1]];
  const isEnclosed = end > 1 && CLOSING.get(open) === close;
  return (isEnclosed ? open + ANY + close : ANY) + token.slice(end);
}
