import { type FieldReference, resolveField } from './field-reference';
import { type Lexeme, lex } from './lexer';
import { checkQuery, parseQuery } from './parse';
import { literalText } from './pattern';
import { printQuery } from './print';
import type { Span } from './query-error';
import { opensOtherField } from './scan-other-field';

/** What is being typed at a place of a query's text: from `from` to that place. */
export type CompletionPoint =
  | {
      readonly kind: 'value';
      readonly field: FieldReference;
      readonly typed: string;
      readonly from: number;
      /** Where the field's name begins. */
      readonly fieldFrom: number;
    }
  | { readonly kind: 'word'; readonly typed: string; readonly from: number }
  /** The name of a field within `field(`. */
  | { readonly kind: 'other-field'; readonly typed: string; readonly from: number };

interface OpenField {
  readonly field: FieldReference;
  readonly from: number;
}

/** What a person types at `position`: a field's value, also within its list, or the word that may become a field; null within what is neither. */
export function completionPoint(text: string, position: number): CompletionPoint | null {
  const before = text.slice(0, position);
  const lexemes = lex(before);
  const other = otherFieldIn(before, lexemes);
  if (other !== null) return other;
  const last = lexemes.at(-1);
  const open = openField(lexemes);
  const touches = last !== undefined && last.at.to === position;
  const piece = touches ? pieceOf(last, before) : { typed: '', from: position };
  if (open !== null && piece !== null) return { kind: 'value', field: open.field, fieldFrom: open.from, ...piece };
  if (piece === null || (touches && last.kind !== 'word' && last.kind !== 'minus' && last.kind !== 'open')) return null;
  const named = /^([\p{L}_@][\p{L}\p{N}_@$./-]*):$/u.exec(piece.typed)?.[1];
  if (named === undefined) return { kind: 'word', ...piece };
  return { kind: 'value', field: resolveField(named), typed: '', from: position, fieldFrom: piece.from };
}

/** What is typed of another field's name behind the last `field(`, while that is open. */
function otherFieldIn(before: string, lexemes: readonly Lexeme[]): CompletionPoint | null {
  const opening = lexemes.findLast(({ kind, at }) => kind === 'error' && opensOtherField(before, at.from));
  if (opening === undefined) return null;
  const from = before.indexOf('(', opening.at.from) + 1;
  const [, space = '', typed] = /^(\s*)([\p{L}\p{N}_@$./-]*)$/u.exec(before.slice(from)) ?? [];
  return typed === undefined ? null : { kind: 'other-field', typed, from: from + space.length };
}

/**
 * The query without the clause that begins at `fieldFrom`, in which something is being typed; what does not close is
 * closed. Empty when the rest cannot be read.
 */
export function queryAround(text: string, fieldFrom: number): string {
  const start = /(?:(?:^|(?<=[\s(]))not\s+|[-!])$/i.exec(text.slice(0, fieldFrom))?.index ?? fieldFrom;
  const rest = `${text.slice(0, start)}* ${text.slice(clauseEnd(text, fieldFrom))}`;
  const opened = lex(rest).reduce((depth, { kind }) => depth + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0);
  const closed = rest + ')'.repeat(Math.max(0, opened));
  if (checkQuery(closed) !== null) return '';
  const printed = printQuery(parseQuery(closed));
  return printed === '*' ? '' : printed;
}

/** The field whose value comes next or is being typed at the end of these lexemes. */
function openField(lexemes: readonly Lexeme[]): OpenField | null {
  const lists: (OpenField | null)[] = [];
  let named: OpenField | null = null;
  let wanted: OpenField | null = null;
  for (const lexeme of lexemes) {
    const value: OpenField | null = wanted;
    wanted = null;
    if (lexeme.kind === 'field') named = { field: resolveField(lexeme.name), from: lexeme.at.from };
    else if (lexeme.kind === 'colon' || lexeme.kind === 'comparator') wanted = named;
    else if (lexeme.kind === 'open') lists.push(value ?? lists.at(-1) ?? null);
    else if (lexeme.kind === 'close') lists.pop();
    else if (value !== null && lexeme === lexemes.at(-1)) wanted = value;
  }
  return wanted ?? lists.at(-1) ?? null;
}

/** The text that was typed of a value or word that ends here; null within an expression, a range or a closed phrase. */
function pieceOf(last: Lexeme, before: string): { typed: string; from: number } | null {
  const { from, to } = last.at;
  if (last.kind === 'word' && (before.slice(from) === '-' || before.slice(from) === '!'))
    return { typed: '', from: to };
  if (last.kind === 'word') return { typed: literalText(last.pattern) ?? before.slice(from, to), from };
  if (last.kind === 'error') {
    if (before[from] === '"') return { typed: before.slice(from + 1), from };
    return before[from] === ':' || /[<>]/.test(before[from] ?? '') || before.slice(from, to).endsWith('=')
      ? { typed: '', from: to }
      : null;
  }
  const opens = ['open', 'colon', 'comparator', 'minus'].includes(last.kind);
  return opens ? { typed: '', from: to } : null;
}

function clauseEnd(text: string, fieldFrom: number): number {
  const lexemes = lex(text);
  const index = lexemes.findIndex(({ at }: { at: Span }) => at.from === fieldFrom);
  let depth = 0;
  let end = lexemes[index]?.at.to ?? text.length;
  for (const { kind, at } of lexemes.slice(index + 1)) {
    const isOperator = kind === 'colon' || kind === 'comparator';
    if (kind === 'close' && depth === 0) return end;
    end = Math.max(end, at.to);
    if (kind === 'open') depth++;
    else if (kind === 'close') depth--;
    if (depth === 0 && !isOperator) return end;
  }
  return text.length;
}
