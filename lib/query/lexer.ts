import type { Comparator, RangeEnd } from './operand';
import { mergeParts, type Pattern } from './pattern';
import type { Span } from './query-error';
import { comparatorAt, isCompared, isFieldColon, readName, readQuotedName } from './scan-name';
import { type Holds, opensOtherField, scanOtherField } from './scan-other-field';
import { scanRange, scanRegex } from './scan-value';
import { CharacterClass, readPhrase, readWord } from './scan-word';

/** A piece of a query's text with what it says. The parser turns them into nodes, `tokenize` into colours. */
export type Lexeme = { readonly at: Span } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'minus' | 'pipe' | 'colon' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'comparator'; readonly comparator: Comparator }
  | { readonly kind: 'word'; readonly pattern: Pattern }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'range'; readonly low: RangeEnd; readonly high: RangeEnd }
  | { readonly kind: 'other-field'; readonly name: string; readonly holds: Holds; readonly cased: boolean }
  | { readonly kind: 'error'; readonly message: string }
);

const KEYWORDS = { and: 'and', or: 'or', not: 'not' } as const;

/** Cuts a query's text into lexemes; never throws, and every step moves on, so that it takes linear time. */
export function lex(text: string): Lexeme[] {
  return new Lexer(text).run();
}

class Lexer {
  readonly #text: string;
  readonly #lexemes: Lexeme[] = [];
  /** One entry per open parenthesis: whether it lists a field's values. */
  readonly #lists: boolean[] = [];
  #position = 0;
  /** A value must come next: after a colon or a comparator. */
  #wantsValue = false;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Lexeme[] {
    for (;;) {
      while (CharacterClass.space(this.#text[this.#position])) this.#position++;
      if (this.#position >= this.#text.length) break;
      if (this.#wantsValue) this.#value();
      else this.#term();
    }
    if (this.#wantsValue) this.#missingValue();
    return this.#lexemes;
  }

  get #inList(): boolean {
    return this.#lists.at(-1) === true;
  }

  #push(lexeme: Lexeme): void {
    this.#lexemes.push(lexeme);
    this.#position = lexeme.at.to;
  }

  #span(length: number): Span {
    return { from: this.#position, to: this.#position + length };
  }

  #value(): void {
    const character = this.#text[this.#position];
    if (character === ')' || character === '|') {
      this.#missingValue();
      return;
    }
    const afterColon = this.#lexemes.at(-1)?.kind === 'colon';
    if (afterColon && this.#comparator()) return;
    this.#wantsValue = false;
    if (character !== '(') {
      this.#operand();
    } else if (afterColon) {
      this.#lists.push(true);
      this.#push({ kind: 'open', at: this.#span(1) });
    } else {
      this.#push({ kind: 'error', message: 'a comparison takes one value', at: this.#span(1) });
    }
  }

  #missingValue(): void {
    this.#wantsValue = false;
    const last = this.#lexemes.at(-1)?.at ?? { from: 0, to: 0 };
    this.#lexemes.push({ kind: 'error', message: 'a value is missing here', at: last });
  }

  #term(): void {
    if (this.#punctuation() || this.#negation() || this.#keyword()) return;
    if (this.#inList ? this.#comparator() : this.#field()) return;
    this.#operand();
  }

  #punctuation(): boolean {
    const character = this.#text[this.#position];
    if (character === '(') {
      this.#lists.push(this.#inList);
      this.#push({ kind: 'open', at: this.#span(1) });
    } else if (character === ')') {
      this.#lists.pop();
      this.#push({ kind: 'close', at: this.#span(1) });
    } else if (this.#text.startsWith('||', this.#position)) {
      this.#push({ kind: 'or', at: this.#span(2) });
    } else if (this.#text.startsWith('&&', this.#position)) {
      this.#push({ kind: 'and', at: this.#span(2) });
    } else if (character === '|') {
      this.#push({ kind: 'pipe', at: this.#span(1) });
    } else {
      return false;
    }
    return true;
  }

  /** A minus or an exclamation mark negates what it touches; `--flag`, `!=`, `- x` and, in a list, `-5` are words. */
  #negation(): boolean {
    const sign = this.#text[this.#position];
    if (sign !== '-' && sign !== '!') return false;
    const next = this.#text[this.#position + 1];
    if (next === undefined || '-!=)|'.includes(next) || CharacterClass.space(next)) return false;
    if (this.#inList && CharacterClass.digit(next)) return false;
    this.#push({ kind: 'minus', at: this.#span(1) });
    return true;
  }

  #keyword(): boolean {
    const { to } = readWord(this.#text, this.#position);
    const word = this.#text.slice(this.#position, to).toLowerCase();
    if (word !== 'and' && word !== 'or' && word !== 'not') return false;
    this.#push({ kind: KEYWORDS[word], at: { from: this.#position, to } });
    return true;
  }

  #comparator(): boolean {
    const comparator = comparatorAt(this.#text, this.#position);
    if (comparator === null) return false;
    this.#push({ kind: 'comparator', comparator, at: this.#span(comparator.length) });
    this.#wantsValue = true;
    return true;
  }

  /** `name:` or `name >=`; also `"name":`, as it is pasted from JSON. */
  #field(): boolean {
    const from = this.#position;
    const quoted = this.#text[from] === '"';
    const { name, to } = quoted ? readQuotedName(this.#text, from) : readName(this.#text, from);
    if (name === '') return false;
    const field: Lexeme = { kind: 'field', name, at: { from, to } };
    if (this.#text[to] === ':') {
      if (!quoted && !isFieldColon(this.#text, to, name)) return false;
      this.#push(field);
      this.#push({ kind: 'colon', at: this.#span(1) });
      this.#wantsValue = true;
      return true;
    }
    if (quoted || !isCompared(this.#text, to, name)) return false;
    this.#push(field);
    while (CharacterClass.space(this.#text[this.#position])) this.#position++;
    return this.#comparator();
  }

  #operand(): void {
    const isValue = this.#inList || ['colon', 'comparator'].includes(this.#lexemes.at(-1)?.kind ?? '');
    this.#push(scanOperand(this.#text, this.#position, isValue));
  }
}

/** Reads a phrase, a word, a regular expression or, where a value may stand, a range. */
function scanOperand(text: string, from: number, isValue: boolean): Lexeme {
  const character = text[from];
  if (character === '"') {
    const phrase = readPhrase(text, from);
    const at = { from, to: phrase.to };
    if (!phrase.closed) return { kind: 'error', message: 'the quotation mark is not closed', at };
    return { kind: 'phrase', text: phrase.text, at };
  }
  const word = readWord(text, from);
  if (character === '/') {
    const regex = scanRegex(text, from);
    if (regex !== null) return { kind: 'regex', source: regex.source, at: { from, to: regex.to } };
  }
  if (isValue && (character === '[' || character === '{')) {
    const range = scanRange(text, from);
    if (range !== null) return { kind: 'range', low: range.low, high: range.high, at: { from, to: range.to } };
    const message = 'a range is written [low TO high]; put the value in quotes if it starts with a bracket';
    return { kind: 'error', message, at: { from, to: word.to } };
  }
  if (isValue && opensOtherField(text, from)) return otherField(text, from, word.to);
  return { kind: 'word', pattern: mergeParts(word.parts), at: { from, to: word.to } };
}

function otherField(text: string, from: number, wordEnd: number): Lexeme {
  const written = scanOtherField(text, from);
  if (written !== null) {
    const { to, ...said } = written;
    return { kind: 'other-field', ...said, at: { from, to } };
  }
  const message = 'another field is written field(name) or field(name, cased); put the value in quotes if it is a text';
  return { kind: 'error', message, at: { from, to: wordEnd } };
}
