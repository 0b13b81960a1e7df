import { lex } from '../lexer';
import type { Span } from '../query-error';
import { CharacterClass, readPhrase } from '../scan-word';

/** A piece of a step's text. A `name` stood in quotes and is never a keyword; `open` and `close` are parentheses. */
export type StageToken = { readonly at: Span } & (
  | { readonly kind: 'word' | 'name'; readonly text: string }
  | { readonly kind: 'comma' | 'open' | 'close' }
  | { readonly kind: 'error'; readonly text: string }
);

/** A step as it stands in the text: its first word (empty when there is none), and the place of what follows. */
export interface StageText {
  readonly pipe: Span;
  readonly name: string;
  readonly nameAt: Span;
  readonly body: Span;
}

/** Where the first `|` outside quotes, values and parentheses is, looking from `from`; the text's end when there is none. */
export function pipeIn(text: string, from = 0): number {
  let depth = 0;
  for (const lexeme of lex(from === 0 ? text : ' '.repeat(from) + text.slice(from))) {
    if (lexeme.kind === 'open') depth++;
    else if (lexeme.kind === 'close') depth = Math.max(0, depth - 1);
    else if (lexeme.kind === 'pipe' && depth === 0) return lexeme.at.from;
  }
  return text.length;
}

/** Cuts the text from its first pipe into steps, `most` of them at most; `isCondition` tells the names that a filter follows. */
export function cutStages(text: string, isCondition: (name: string) => boolean, most: number): StageText[] {
  const stages: StageText[] = [];
  let position = pipeIn(text);
  while (position < text.length && stages.length < most) {
    const pipe = { from: position, to: position + 1 };
    const nameFrom = skipSpaces(text, pipe.to);
    const nameTo = wordEnd(text, nameFrom);
    const name = text.slice(nameFrom, nameTo);
    const to = isCondition(name) ? pipeIn(text, nameTo) : wordsEnd(text, nameTo);
    stages.push({ pipe, name, nameAt: { from: nameFrom, to: nameTo }, body: { from: nameTo, to } });
    position = to;
  }
  return stages;
}

/** The pieces of a step's text; never throws. */
export function stageTokens(text: string, { from, to }: Span): StageToken[] {
  const tokens: StageToken[] = [];
  let position = skipSpaces(text, from);
  while (position < to) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position = skipSpaces(text, token.at.to);
  }
  return tokens;
}

function tokenAt(text: string, from: number): StageToken {
  const at = { from, to: from + 1 };
  switch (text[from]) {
    case ',':
      return { kind: 'comma', at };
    case '(':
      return { kind: 'open', at };
    case ')':
      return { kind: 'close', at };
    case '"': {
      const phrase = readPhrase(text, from);
      const span = { from, to: phrase.to };
      return phrase.closed
        ? { kind: 'name', text: phrase.text, at: span }
        : { kind: 'error', text: 'the quotation mark is not closed', at: span };
    }
    default: {
      const to = Math.max(wordEnd(text, from), from + 1);
      return { kind: 'word', text: text.slice(from, to).replace(/\\(.)/gsu, '$1'), at: { from, to } };
    }
  }
}

function wordEnd(text: string, from: number): number {
  let position = from;
  while (position < text.length && !endsStageWord(text[position] ?? '')) {
    position += text[position] === '\\' ? 2 : 1;
  }
  return Math.min(position, text.length);
}

function endsStageWord(character: string): boolean {
  return '(),"|'.includes(character) || CharacterClass.space(character);
}

/** The next pipe that is not in quotes. */
function wordsEnd(text: string, from: number): number {
  let position = from;
  while (position < text.length && text[position] !== '|') {
    if (text[position] === '"') position = readPhrase(text, position).to;
    else position += text[position] === '\\' ? 2 : 1;
  }
  return Math.min(position, text.length);
}

function skipSpaces(text: string, from: number): number {
  let position = from;
  while (CharacterClass.space(text[position])) position++;
  return position;
}
