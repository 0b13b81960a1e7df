import { type FieldReference, resolveField } from './field-reference';
import { type Lexeme, lex } from './lexer';
import { combine, type Query } from './node';
import type { Operand } from './operand';
import { acceptOperand, readRegex, type SimpleMatcher } from './operators';
import { literalPattern, literalText, type Pattern } from './pattern';
import { QueryError, type Span } from './query-error';

/** Longer queries are refused: nobody types them, and every clause costs. */
export const QUERY_LENGTH_MAX = 20_000;
/** Parentheses and negations within each other. */
const DEPTH_MAX = 64;

/** Reads a query; throws QueryError, and nothing else, when it cannot. */
export function parseQuery(text: string): Query {
  refuseUnreadable(text);
  return new Parser(text, resolveField).query();
}

/** What a name of a field means where a condition stands; throws QueryError when it means nothing there. */
export type FieldResolver = (name: string, at: Span) => FieldReference;

/** Reads the part of a longer text that is a condition; places are those of the whole text. */
export function parseCondition(text: string, { from, to }: Span, resolve: FieldResolver = resolveField): Query {
  // Spaces in the place of what stands before it: lexemes then know their places by themselves.
  return new Parser(' '.repeat(from) + text.slice(from, to), resolve).query();
}

/** Throws QueryError for a text that no query can be. */
export function refuseUnreadable(text: string): void {
  if (text.length > QUERY_LENGTH_MAX) {
    throw new QueryError(`a query has at most ${QUERY_LENGTH_MAX} characters`, {
      from: QUERY_LENGTH_MAX,
      to: text.length,
    });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new QueryError('the character NUL cannot be searched for', { from: nul, to: nul + 1 });
}

/** What is wrong with a query's text, or null. */
export function checkQuery(text: string): QueryError | null {
  try {
    parseQuery(text);
    return null;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

class Parser {
  readonly #lexemes: readonly Lexeme[];
  readonly #end: Span;
  readonly #resolve: FieldResolver;
  #index = 0;
  #depth = 0;

  constructor(text: string, resolve: FieldResolver) {
    this.#resolve = resolve;
    this.#lexemes = lex(text);
    this.#end = { from: text.length, to: text.length };
  }

  query(): Query {
    if (this.#peek() === undefined) return { kind: 'everything', at: { from: 0, to: this.#end.to } };
    const query = this.#or(null);
    const rest = this.#peek();
    if (rest !== undefined) throw unexpected(rest);
    return query;
  }

  #peek(): Lexeme | undefined {
    return this.#lexemes[this.#index];
  }

  /** Takes the next lexeme if it is of this kind. */
  #take(kind: Lexeme['kind']): boolean {
    if (this.#peek()?.kind !== kind) return false;
    this.#index++;
    return true;
  }

  /** In a list of a field's values, values side by side are alternatives: nothing has two values at once. */
  #or(list: FieldReference | null): Query {
    const parts = [this.#and(list)];
    while (this.#take('or') || (list !== null && startsTerm(this.#peek()))) parts.push(this.#and(list));
    return combine('or', parts);
  }

  #and(list: FieldReference | null): Query {
    const parts = [this.#unary(list)];
    while (this.#take('and') || (list === null && startsTerm(this.#peek()))) parts.push(this.#unary(list));
    return combine('and', parts);
  }

  #unary(list: FieldReference | null): Query {
    const start = this.#peek()?.at ?? this.#end;
    if (!this.#take('not') && !this.#take('minus')) return this.#primary(list);
    const of = this.#nested(start, () => this.#unary(list));
    return { kind: 'not', of, at: { from: start.from, to: of.at.to } };
  }

  #primary(list: FieldReference | null): Query {
    const lexeme = this.#peek();
    if (lexeme === undefined) throw new QueryError('something is missing at the end', this.#end);
    if (lexeme.kind === 'open') return this.#group(lexeme, list);
    if (lexeme.kind === 'field') return this.#fieldClause(lexeme.at, this.#resolve(lexeme.name, lexeme.at));
    if (list !== null) return this.#clause(list, this.#operand(), lexeme.at.from);
    this.#index++;
    if (lexeme.kind === 'word') return textOrEverything(lexeme.pattern, lexeme.at);
    if (lexeme.kind === 'phrase') return textOrEverything(literalPattern(lexeme.text), lexeme.at);
    if (lexeme.kind === 'regex') return { kind: 'text-regex', source: readRegex(lexeme), at: lexeme.at };
    throw unexpected(lexeme);
  }

  #group(open: Lexeme, list: FieldReference | null): Query {
    this.#index++;
    if (this.#peek()?.kind === 'close') {
      throw new QueryError('nothing is in the parentheses; to search for them, use quotes', open.at);
    }
    const query = this.#nested(open.at, () => this.#or(list));
    const close = this.#peek();
    if (close === undefined) throw new QueryError('the parenthesis is not closed', open.at);
    if (close.kind === 'pipe') {
      throw new QueryError(
        '| begins a step and cannot stand in parentheses; alternatives are written with or',
        close.at,
      );
    }
    if (close.kind !== 'close') throw unexpected(close);
    this.#index++;
    return { ...query, at: { from: open.at.from, to: close.at.to } };
  }

  #fieldClause(at: Span, field: FieldReference): Query {
    this.#index++;
    this.#take('colon');
    const next = this.#peek();
    if (next?.kind !== 'open') return this.#clause(field, this.#operand(), at.from);
    return asList(this.#group(next, field), field, at.from);
  }

  #clause(field: FieldReference, operand: Operand, from: number): Query {
    const at = { from, to: operand.at.to };
    return { kind: 'field', field, matcher: acceptOperand(operand, field), at };
  }

  #operand(): Operand {
    const lexeme = this.#peek();
    if (lexeme === undefined) throw new QueryError('a value is missing at the end', this.#end);
    this.#index++;
    switch (lexeme.kind) {
      case 'word':
      case 'phrase':
      case 'regex':
      case 'range':
        return lexeme;
      case 'comparator':
        return this.#comparison(lexeme);
      case 'other-field': {
        const { kind, holds, cased, at } = lexeme;
        return { kind, holds, cased, at, field: this.#resolve(lexeme.name, at) };
      }
      default:
        throw unexpected(lexeme);
    }
  }

  #comparison(lexeme: Lexeme & { kind: 'comparator' }): Operand {
    const value = this.#peek();
    if (value === undefined) throw new QueryError('a value is missing after the comparison', lexeme.at);
    this.#index++;
    const text = value.kind === 'phrase' ? value.text : value.kind === 'word' ? literalText(value.pattern) : null;
    if (value.kind === 'error') throw unexpected(value);
    if (text === null) throw new QueryError('a comparison takes one plain value', value.at);
    return { kind: 'comparison', comparator: lexeme.comparator, text, at: { from: lexeme.at.from, to: value.at.to } };
  }

  #nested<T>(at: Span, inner: () => T): T {
    if (++this.#depth > DEPTH_MAX) throw new QueryError(`at most ${DEPTH_MAX} levels may be nested`, at);
    const value = inner();
    this.#depth--;
    return value;
  }
}

function startsTerm(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && !['and', 'or', 'close', 'pipe'].includes(lexeme.kind);
}

function textOrEverything(pattern: Pattern, at: Span): Query {
  if (pattern.every((part) => part.kind === 'any')) return { kind: 'everything', at };
  return { kind: 'text', pattern, at };
}

/** `field:(a or b)` is one clause where it is nothing but alternatives. */
function asList(query: Query, field: FieldReference, from: number): Query {
  const at = { from, to: query.at.to };
  if (query.kind !== 'or') return { ...query, at };
  const of: SimpleMatcher[] = [];
  // A comparison with another field is no value, so that a list with one stays several clauses.
  for (const part of query.of) {
    if (part.kind !== 'field' || part.matcher.kind === 'list' || part.matcher.kind === 'other-field') {
      return { ...query, at };
    }
    of.push(part.matcher);
  }
  return { kind: 'field', field, matcher: { kind: 'list', of }, at };
}

function unexpected(lexeme: Lexeme): QueryError {
  switch (lexeme.kind) {
    case 'error':
      return new QueryError(lexeme.message, lexeme.at);
    case 'pipe':
      return new QueryError(
        'only a filter can stand here, without steps behind |; to search for |, use quotes',
        lexeme.at,
      );
    case 'close':
      return new QueryError('this parenthesis was never opened', lexeme.at);
    case 'and':
    case 'or':
      return new QueryError(
        `"${lexeme.kind}" needs something on both sides; to search for the word, use quotes`,
        lexeme.at,
      );
    default:
      return new QueryError('this cannot stand here; to search for it, use quotes', lexeme.at);
  }
}
