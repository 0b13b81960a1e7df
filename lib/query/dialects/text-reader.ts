import { mergeParts, type Pattern, type PatternPart } from '../pattern';
import { QueryError, type Span } from '../query-error';
import { CharacterClass } from '../scan-word';

/** What a dialect's bare words may hold. */
export interface WordRules {
  /** Characters, besides spaces, that end a word. */
  readonly ends: string;
  /** Which of `*` and `?` are wildcards. */
  readonly wildcards: string;
  /** Whether a backslash takes the next character as it is. */
  readonly escapes: boolean;
}

/** A word or a phrase of a dialect with its place. */
export interface ReadText {
  readonly pattern: Pattern;
  readonly at: Span;
  readonly quoted: boolean;
}

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

const DEPTH_MAX = 64;

/** Walks through a dialect's text; every reader below moves on or says no, so that the whole takes linear time. */
export class TextReader {
  position = 0;
  #depth = 0;

  constructor(readonly text: string) {}

  get ended(): boolean {
    this.skipSpace();
    return this.position >= this.text.length;
  }

  skipSpace(): void {
    while (CharacterClass.space(this.text[this.position])) this.position++;
  }

  /** Whether this comes next, after spaces; does not move past it. */
  sees(expected: string): boolean {
    this.skipSpace();
    return this.text.startsWith(expected, this.position);
  }

  /** Moves past this if it comes next, after spaces. */
  take(expected: string): boolean {
    if (!this.sees(expected)) return false;
    this.position += expected.length;
    return true;
  }

  /** Moves past what a sticky expression matches here, after spaces; null when it does not. */
  match(sticky: RegExp): RegExpExecArray | null {
    this.skipSpace();
    sticky.lastIndex = this.position;
    const found = sticky.exec(this.text);
    if (found !== null) this.position += found[0].length;
    return found;
  }

  /** The same without moving. */
  matches(sticky: RegExp): boolean {
    this.skipSpace();
    sticky.lastIndex = this.position;
    return sticky.test(this.text);
  }

  /** A bare word; null when none begins here. */
  word({ ends, wildcards, escapes }: WordRules): ReadText | null {
    this.skipSpace();
    const from = this.position;
    const parts: PatternPart[] = [];
    for (; this.position < this.text.length; this.position++) {
      const character = this.text[this.position] ?? '';
      if (CharacterClass.space(character) || ends.includes(character)) break;
      if (character === '\\' && escapes && this.position + 1 < this.text.length) {
        this.position++;
        parts.push({ kind: 'literal', text: this.text[this.position] ?? '' });
      } else if (wildcards.includes(character)) parts.push({ kind: character === '*' ? 'any' : 'one' });
      else parts.push({ kind: 'literal', text: character });
    }
    return this.position === from ? null : { pattern: mergeParts(parts), at: this.since(from), quoted: false };
  }

  /**
   * A text in quotation marks; null when none begins here. A backslash takes the mark and itself; others by `escapes`:
   * `all` take the next character, `controls` know \n, \t and \r besides, `marks` leave it as it stands.
   */
  quoted(marks: string, escapes: 'all' | 'controls' | 'marks' = 'all'): ReadText | null {
    this.skipSpace();
    const from = this.position;
    const mark = this.text[from] ?? '';
    if (mark === '' || !marks.includes(mark)) return null;
    let content = '';
    for (this.position++; this.position < this.text.length; this.position++) {
      const character = this.text[this.position] ?? '';
      if (character === mark) {
        this.position++;
        const pattern: Pattern = content === '' ? [] : [{ kind: 'literal', text: content }];
        return { pattern, at: this.since(from), quoted: true };
      }
      const next = this.text[this.position + 1];
      if (character === '\\' && mark !== '`' && next !== undefined) {
        this.position++;
        content += escaped(next, mark, escapes);
      } else content += character;
    }
    throw new QueryError('the quotation mark is not closed', { from, to: this.text.length });
  }

  since(from: number): Span {
    return { from, to: this.position };
  }

  /** Where the next thing stands, for an error about it. */
  get here(): Span {
    this.skipSpace();
    const from = this.position;
    let to = from;
    while (to < this.text.length && !CharacterClass.space(this.text[to])) to++;
    return { from, to };
  }

  fail(message: string, at: Span = this.here): never {
    throw new QueryError(message, at);
  }

  /** Runs a reader one level deeper. */
  nested<T>(read: () => T): T {
    if (++this.#depth > DEPTH_MAX) this.fail(`at most ${DEPTH_MAX} levels may be nested`);
    const value = read();
    this.#depth--;
    return value;
  }
}

function escaped(next: string, mark: string, escapes: 'all' | 'controls' | 'marks'): string {
  if (next === mark || next === '\\' || escapes === 'all') return next;
  return escapes === 'controls' ? (CONTROLS.get(next) ?? `\\${next}`) : `\\${next}`;
}
