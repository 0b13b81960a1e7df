import { type Lexeme, lex } from './lexer';
import type { Span } from './query-error';

export type TokenKind =
  | 'field'
  | 'colon'
  | 'value'
  | 'phrase'
  | 'word'
  | 'wildcard'
  | 'regex'
  | 'keyword'
  | 'paren'
  | 'operator'
  | 'error';

/** A coloured piece of a query's text, in order and without overlap. Spaces are in no token. */
export interface Token extends Span {
  readonly kind: TokenKind;
}

/**
 * The pieces of any text, right or wrong, for highlighting; never throws. `word` is free text, `value` a field's value;
 * `wildcard` is either of them with a `*` or `?` in it.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const lists: boolean[] = [];
  let last: Lexeme['kind'] | null = null;
  for (const lexeme of lex(text)) {
    const isValue = last === 'colon' || last === 'comparator' || lists.at(-1) === true;
    if (lexeme.kind === 'open') lists.push(isValue);
    if (lexeme.kind === 'close') lists.pop();
    last = lexeme.kind;
    const { from, to } = lexeme.at;
    // The error of a missing value points at what stands before it, which has its token already.
    if (from >= (tokens.at(-1)?.to ?? 0)) tokens.push({ kind: tokenKind(lexeme, isValue), from, to });
  }
  return tokens;
}

function tokenKind(lexeme: Lexeme, isValue: boolean): TokenKind {
  switch (lexeme.kind) {
    case 'open':
    case 'close':
      return 'paren';
    case 'and':
    case 'or':
    case 'not':
      return 'keyword';
    case 'minus':
    case 'comparator':
      return 'operator';
    case 'pipe':
      return 'error';
    case 'range':
      return 'value';
    case 'word':
      if (lexeme.pattern.some((part) => part.kind !== 'literal')) return 'wildcard';
      return isValue ? 'value' : 'word';
    default:
      return lexeme.kind;
  }
}
