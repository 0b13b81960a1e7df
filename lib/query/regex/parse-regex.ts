import { CLASS_ESCAPES, foldRanges, readSet } from './character-set';
import { DEFAULT_OPTIONS, type OptionGroup, optionGroupAt, type RegexOptions } from './options';
import { type CharacterRange, type Regex, RegexError, regexCost } from './regex';

const LENGTH_MAX = 1000;
const DEPTH_MAX = 32;
/** Postgres's own limit of a bound. */
const REPEAT_MAX = 255;
const COST_MAX = 4000;
const NEWLINE: CharacterRange = [0x0a, 0x0a];
/** The others take no room. */
const REPEATABLE: ReadonlySet<Regex['kind']> = new Set(['set', 'sequence', 'choice', 'repeat']);

/** What options for the rest of a group match: nothing, which cannot be repeated either. */
const OPTIONS: Regex = { kind: 'sequence', of: [] };

/**
 * Reads the part of the regular expression language that Postgres, JavaScript and every user agree on: literals, `.`,
 * classes, groups, alternatives, `* + ? {m,n}`, `^ $ \b`. Letters match in either case and `.` matches a newline too, unless
 * options say otherwise: `(?-i)`, `(?-s)`, `(?m)`. Throws RegexError for the rest (look-around, back-references), so that it
 * never means two things.
 */
export function parseRegex(source: string): Regex {
  if (source.length > LENGTH_MAX) {
    throw new RegexError(`a regular expression has at most ${LENGTH_MAX} characters`, { from: 0, to: source.length });
  }
  const regex = new RegexParser(source).whole();
  if (regexCost(regex) > COST_MAX) {
    throw new RegexError('this regular expression repeats too much', { from: 0, to: source.length });
  }
  return regex;
}

class RegexParser {
  readonly #source: string;
  #position = 0;
  #depth = 0;
  #options: RegexOptions = DEFAULT_OPTIONS;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): Regex {
    const regex = this.#choice();
    if (this.#position < this.#source.length) throw this.#error('this parenthesis was never opened');
    return regex;
  }

  #choice(): Regex {
    const of = [this.#sequence()];
    while (this.#take('|')) of.push(this.#sequence());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'choice', of };
  }

  #sequence(): Regex {
    const of: Regex[] = [];
    while (this.#position < this.#source.length && !'|)'.includes(this.#source[this.#position] ?? '')) {
      of.push(this.#quantified());
    }
    return { kind: 'sequence', of };
  }

  #quantified(): Regex {
    const atom = this.#atom();
    const from = this.#position;
    const bounds = this.#quantifier();
    if (bounds === null) return atom;
    if (!REPEATABLE.has(atom.kind) || atom === OPTIONS) {
      throw this.#error('there is nothing to repeat before this', from);
    }
    // Laziness changes where a match ends, not whether there is one.
    this.#take('?');
    const again = this.#position;
    if (this.#quantifier() !== null) throw this.#error('a repetition cannot be repeated', again);
    return { kind: 'repeat', of: atom, ...bounds };
  }

  #quantifier(): { min: number; max: number | null } | null {
    if (this.#take('*')) return { min: 0, max: null };
    if (this.#take('+')) return { min: 1, max: null };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (this.#source[this.#position] !== '{') return null;
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#source.slice(this.#position, this.#position + 12));
    if (match === null) throw this.#error('a repetition is written {2}, {2,} or {2,5}; a literal bracket is \\{');
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? null : Number(match[3]);
    if (min > REPEAT_MAX || (max ?? 0) > REPEAT_MAX) throw this.#error(`at most ${REPEAT_MAX} repetitions are counted`);
    if (max !== null && max < min) throw this.#error('the bounds are the wrong way round');
    this.#position += match[0].length;
    return { min, max };
  }

  #atom(): Regex {
    const character = String.fromCodePoint(this.#source.codePointAt(this.#position) ?? 0);
    switch (character) {
      case '(':
        return this.#group();
      case '[': {
        const set = readSet(this.#source, this.#position);
        this.#position = set.to;
        return { kind: 'set', ranges: this.#folded(set.ranges), negated: set.negated };
      }
      case '.':
        this.#position++;
        return { kind: 'set', ranges: this.#options.dotAll ? [] : [NEWLINE], negated: true };
      case '^':
        this.#position++;
        return { kind: this.#options.multiline ? 'line-start' : 'start' };
      case '$':
        this.#position++;
        return { kind: this.#options.multiline ? 'line-end' : 'end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.#error(`there is nothing to repeat before this; a literal one is \\${character}`);
      default:
        this.#position += character.length;
        return this.#literal(character);
    }
  }

  #group(): Regex {
    const from = this.#position++;
    const outside = this.#options;
    const opening = this.#opening(from);
    if (opening?.ends === true) return OPTIONS;
    if (++this.#depth > DEPTH_MAX) throw this.#error(`at most ${DEPTH_MAX} groups may be nested`, from);
    const regex = this.#choice();
    if (!this.#take(')')) throw this.#error('this parenthesis is not closed', from);
    this.#depth--;
    this.#options = outside;
    return regex;
  }

  /** What stands between a group's parenthesis and its content: options hold until the group that they stand in ends. */
  #opening(from: number): OptionGroup | null {
    if (this.#source[this.#position] !== '?') return null;
    const opening = optionGroupAt(this.#source, from, this.#options);
    if (opening === null) throw this.#error('look-around and names of groups are not supported', from);
    this.#position = opening.to;
    this.#options = opening.options;
    return opening;
  }

  #escape(): Regex {
    const from = this.#position;
    const character = String.fromCodePoint(this.#source.codePointAt(from + 1) ?? 0);
    if (from + 1 >= this.#source.length) throw this.#error('a backslash needs something after it', from);
    this.#position += 1 + character.length;
    if (character === 'b') return { kind: 'boundary' };
    if (character === 'B') return { kind: 'inside' };
    const known = CLASS_ESCAPES.get(character);
    if (known !== undefined) return { kind: 'set', ...known };
    if (/^[a-z0-9]$/i.test(character)) throw this.#error(`\\${character} is not supported`, from);
    return this.#literal(character);
  }

  #literal(character: string): Regex {
    const code = character.codePointAt(0) ?? 0;
    return { kind: 'set', ranges: this.#folded([[code, code]]), negated: false };
  }

  #folded(ranges: readonly CharacterRange[]): readonly CharacterRange[] {
    return this.#options.ignoreCase ? foldRanges(ranges) : ranges;
  }

  #take(character: string): boolean {
    if (this.#source[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  #error(message: string, from = this.#position): RegexError {
    return new RegexError(message, { from, to: Math.min(from + 1, this.#source.length) });
  }
}
