import { Generations } from './generations';
import type { Shape } from './shape';
import { VALUE } from './skeleton';

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
/** States and the like are written so; they are few and each says something else. */
const CONSTANT = /^[^a-z]*[A-Z_]{3}[^a-z]*$/;

/** Finds out which shapes are variants of one: they differ in one word, for which many words were met. */
export class Variants {
  /** By a skeleton with one word taken out: the shapes that it was taken out of, as long as they are few. */
  private readonly families: Generations<string, Shape[]>;

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
      if (mayVary(token) && this.joins(shape, tokens.with(place, ANY).join(' '), place, words)) return;
    }
  }

  private joins(shape: Shape, key: string, place: number, words: number): boolean {
    const general = words > WORDS_LEFT_AT_ONCE ? this.find(key) : undefined;
    if (general !== undefined && general !== shape) {
      shape.joins(general);
      return true;
    }
    const family = this.families.get(key);
    if (family === undefined) {
      this.families.set(key, [shape]);
      return false;
    }
    family.push(shape);
    if (family.length < (place === 0 ? FIRST_WORDS_OF_A_VALUE : WORDS_OF_A_VALUE)) return false;
    const made = this.make(key);
    for (const one of family.splice(0)) one.joins(made);
    return true;
  }
}

function mayVary(token: string): boolean {
  return !token.includes(ANY) && LETTER.test(token) && !CONSTANT.test(token);
}
