import { functionCalled } from './functions';
import { type Lexeme, lex } from './lexer';
import { cutStages, pipeIn, type StageText, type StageToken, stageTokens } from './pipeline/scan-stages';
import type { Span } from './query-error';
import { isConditionStage, stageNamed } from './stages';
import { isStageKeyword } from './stages/stage-reader';

/** As many steps are coloured; more are refused anyway. */
const STAGES_MAX = 64;

export const TOKEN_KINDS = [
  'field',
  'colon',
  'value',
  'phrase',
  'word',
  'wildcard',
  'regex',
  'keyword',
  'paren',
  'operator',
  'pipe',
  'stage',
  'error',
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A coloured piece of a query's text, in order and without overlap. Spaces are in no token. */
export interface Token extends Span {
  readonly kind: TokenKind;
}

/**
 * The pieces of any text, right or wrong, for highlighting; never throws. `word` is free text, `value` a field's value;
 * `wildcard` is either of them with a `*` or `?` in it; `stage` is the name of a step or of a function in it.
 */
export function tokenize(text: string): Token[] {
  const stages = cutStages(text, isConditionStage, STAGES_MAX);
  return [
    ...conditionTokens(text, { from: 0, to: pipeIn(text) }),
    ...stages.flatMap((stage) => stageColours(text, stage)),
  ];
}

function stageColours(text: string, { pipe, name, nameAt, body }: StageText): Token[] {
  const opening: Token[] = [{ kind: 'pipe', ...pipe }];
  if (name !== '') opening.push({ kind: stageNamed(name) === null ? 'error' : 'stage', ...nameAt });
  return [...opening, ...(isConditionStage(name) ? conditionTokens(text, body) : bodyTokens(text, body))];
}

function bodyTokens(text: string, body: Span): Token[] {
  return stageTokens(text, body).map((token) => ({ kind: stageTokenKind(token), ...token.at }));
}

function stageTokenKind(token: StageToken): TokenKind {
  switch (token.kind) {
    case 'comma':
      return 'operator';
    case 'open':
    case 'close':
      return 'paren';
    case 'error':
      return 'error';
    case 'name':
      return 'field';
    case 'word':
      if (isStageKeyword(token.text)) return 'keyword';
      if (functionCalled(token.text) !== null) return 'stage';
      return /^[\d.]/.test(token.text) ? 'value' : 'field';
  }
}

function conditionTokens(text: string, { from, to }: Span): Token[] {
  const tokens: Token[] = [];
  const lists: boolean[] = [];
  let last: Lexeme['kind'] | null = null;
  for (const lexeme of lex(' '.repeat(from) + text.slice(from, to))) {
    const isValue = last === 'colon' || last === 'comparator' || lists.at(-1) === true;
    if (lexeme.kind === 'open') lists.push(isValue);
    if (lexeme.kind === 'close') lists.pop();
    last = lexeme.kind;
    // The error of a missing value points at what stands before it, which has its token already.
    if (lexeme.at.from >= (tokens.at(-1)?.to ?? 0)) tokens.push({ kind: tokenKind(lexeme, isValue), ...lexeme.at });
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
    case 'other-field':
      return 'field';
    case 'word':
      if (lexeme.pattern.some((part) => part.kind !== 'literal')) return 'wildcard';
      return isValue ? 'value' : 'word';
    default:
      return lexeme.kind;
  }
}
