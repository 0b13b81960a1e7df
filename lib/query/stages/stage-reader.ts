import { type FieldReference, resolveField } from '../field-reference';
import { didYouMean } from '../nearest';
import type { Query } from '../node';
import { parseCondition } from '../parse';
import { type StageToken, stageTokens } from '../pipeline/scan-stages';
import { columnNamed, type Shape } from '../pipeline/shape';
import { QueryError, type Span } from '../query-error';

const KEYWORDS: ReadonlySet<string> = new Set(['by', 'as', 'vs', 'asc', 'desc']);
const FIELD_NAME_LENGTH_MAX = 256;
/** Fields, figures or keys in one step. */
const LIST_MAX = 16;

/** Reads the text of one step, piece by piece. Every fault that it throws has a place and says what to write. */
export class StageReader {
  readonly shape: Shape;
  readonly #text: string;
  readonly #body: Span;
  readonly #tokens: readonly StageToken[];
  readonly #nameAt: Span;
  #index = 0;

  /** `shape` is what the rows are before the step, `nameAt` the place of its name. */
  constructor(text: string, body: Span, nameAt: Span, shape: Shape) {
    this.shape = shape;
    this.#nameAt = nameAt;
    this.#text = text;
    this.#body = body;
    this.#tokens = stageTokens(text, body);
  }

  /** The place of the next piece; behind the last one, of that; without any, of the step's name. */
  get at(): Span {
    return this.#tokens[this.#index]?.at ?? this.#tokens.at(-1)?.at ?? this.#nameAt;
  }

  /** The next piece if it is a word without quotes. */
  peekWord(): string | null {
    const token = this.#tokens[this.#index];
    return token?.kind === 'word' ? token.text : null;
  }

  /** Whether a field, or what might be one, comes next. */
  get hasField(): boolean {
    const token = this.#tokens[this.#index];
    return token?.kind === 'name' || (token?.kind === 'word' && !isStageKeyword(token.text));
  }

  get ended(): boolean {
    return this.#index >= this.#tokens.length;
  }

  /** Takes the next piece if it is this word, in any case. */
  takeWord(word: string): boolean {
    if (this.peekWord()?.toLowerCase() !== word) return false;
    this.#index++;
    return true;
  }

  /** Takes the next piece, a word, if `read` makes something of it. */
  takeRead<T>(read: (word: string) => T | null): T | null {
    const word = this.peekWord();
    const value = word === null ? null : read(word);
    if (value !== null) this.#index++;
    return value;
  }

  take(kind: 'comma' | 'open' | 'close'): boolean {
    if (this.#tokens[this.#index]?.kind !== kind) return false;
    this.#index++;
    return true;
  }

  /** A field's name: of an event any field, of a table one of its columns. `after` says where it is missing. */
  field(after: string): FieldReference {
    const { at } = this;
    return this.resolve(this.name(after), at);
  }

  /** A name as it is written, bare or in quotes. */
  name(after: string): string {
    const token = this.#tokens[this.#index];
    if (token?.kind === 'error') throw new QueryError(token.text, token.at);
    if (token === undefined || !this.hasField || (token.kind !== 'word' && token.kind !== 'name')) {
      throw new QueryError(`a name is missing after ${after}`, this.at);
    }
    this.#index++;
    if (token.text === '' || token.text.length > FIELD_NAME_LENGTH_MAX) {
      throw new QueryError(`a name has 1 to ${FIELD_NAME_LENGTH_MAX} characters`, token.at);
    }
    if (token.kind === 'word' && !/^[\p{L}_@\\]/u.test(this.#text.slice(token.at.from, token.at.to))) {
      throw new QueryError(
        `"${shortened(token.text)}" is not the name of a field; put strange names in quotes`,
        token.at,
      );
    }
    return token.text;
  }

  /** What a name means in the rows before the step. */
  resolve(name: string, at: Span): FieldReference {
    if (this.shape.kind === 'events') return resolveField(name);
    const column = columnNamed(this.shape.columns, name);
    if (column !== null) return column;
    const names = this.shape.columns.map((each) => each.name);
    const near = didYouMean(name, names) || `; there are ${names.map(shortened).join(', ')}`;
    throw new QueryError(`there is no column "${shortened(name)}" here${near}`, at);
  }

  /** One thing or more with commas between; the reader is at the first. */
  list<T>(one: () => T): T[] {
    const items = [one()];
    while (this.take('comma')) {
      if (items.length === LIST_MAX) throw new QueryError(`at most ${LIST_MAX} can be listed in one step`, this.at);
      items.push(one());
    }
    return items;
  }

  /** Fields to group by: each once, and none that differs from event to event. */
  groupFields(after: string): FieldReference[] {
    const fields = this.list(() => {
      const { at } = this;
      const field = this.field(after);
      if (this.shape.kind === 'events') refuseUngroupable(field, at);
      return field;
    });
    return fields.filter((field, index) => fields.findIndex(({ name }) => name === field.name) === index);
  }

  /** `by a, b` if it stands here; else no fields. */
  by(): FieldReference[] {
    return this.takeWord('by') ? this.groupFields('by') : [];
  }

  /** The rest as a condition on the rows before the step. */
  condition(): Query {
    const span = this.#body;
    this.#index = this.#tokens.length;
    return parseCondition(this.#text, span, (name, at) => this.resolve(name, at));
  }

  /** Throws when something is left that nobody took. `hint` says what may stand in the step. */
  finish(hint: string): void {
    const token = this.#tokens[this.#index];
    if (token === undefined) return;
    if (token.kind === 'error') throw new QueryError(token.text, token.at);
    const shown = shortened(this.#text.slice(token.at.from, token.at.to));
    const isName = token.kind === 'word' || token.kind === 'name';
    const comma = isName && this.#index > 0 && this.#isNameBefore() ? ' (is a comma missing before it?)' : '';
    throw new QueryError(`"${shown}" cannot stand here${comma}; write ${hint}`, token.at);
  }

  #isNameBefore(): boolean {
    const before = this.#tokens[this.#index - 1];
    return before?.kind === 'word' || before?.kind === 'name';
  }
}

/** Whether a word says what follows it, and is a field's name only in quotes. */
export function isStageKeyword(word: string): boolean {
  return KEYWORDS.has(word.toLowerCase());
}

function refuseUngroupable(field: FieldReference, at: Span): void {
  if (field.kind === 'time') {
    throw new QueryError('events are grouped by time with | timeline 1h, or | timeline 1h by another field', at);
  }
  if (field.kind === 'id') throw new QueryError('the id differs from event to event; name another field', at);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
