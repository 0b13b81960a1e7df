import type { FieldReference } from '../field-reference';
import { combine, type FieldClause, type Query } from '../node';
import type { Comparator, Operand } from '../operand';
import { acceptOperand, type SimpleMatcher } from '../operators';
import { literalText, type Pattern } from '../pattern';
import { QueryError, type Span } from '../query-error';
import { parseRegex, RegexError } from '../regex';
import type { ReadText } from './text-reader';

/** A clause of our language; the operators refuse what the field cannot be asked for. */
export function clause(field: FieldReference, operand: Operand): FieldClause {
  return { kind: 'field', field, matcher: acceptOperand(operand, field), at: operand.at };
}

/** `field:value`, with wildcards where the dialect has them; the empty text stays a value. */
export function valueClause(field: FieldReference, { pattern, at, quoted }: ReadText): FieldClause {
  const text = literalText(pattern);
  if (quoted || text === '') return clause(field, { kind: 'phrase', text: text ?? '', at });
  return clause(field, { kind: 'word', pattern, at });
}

export function existsClause(field: FieldReference, at: Span): FieldClause {
  return clause(field, { kind: 'word', pattern: [{ kind: 'any' }], at });
}

export function compareClause(field: FieldReference, comparator: Comparator, value: ReadText): FieldClause {
  const text = literalText(value.pattern);
  if (text === null) throw new QueryError('a comparison takes one plain value', value.at);
  return clause(field, { kind: 'comparison', comparator, text, at: value.at });
}

/** `field:/source/`. The source is the dialect's; a slash in it gets its backslash here. */
export function regexClause(field: FieldReference, source: string, at: Span): FieldClause {
  try {
    parseRegex(source);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new QueryError(error.message, at);
  }
  const written = source.replace(/\\.|\//gs, (piece) => (piece === '/' ? '\\/' : piece));
  if (/^\s/.test(written) || written === '')
    throw new QueryError('the regular expression is empty or begins with a space', at);
  return clause(field, { kind: 'regex', source: written, at });
}

/** Any of several values of one field: a list where that is all it is. */
export function anyOf(clauses: readonly FieldClause[]): Query {
  const [first] = clauses;
  const simple = clauses.map(({ matcher }): readonly SimpleMatcher[] | null => {
    if (matcher.kind === 'list') return matcher.of;
    return matcher.kind === 'other-field' ? null : [matcher];
  });
  const of = simple.flatMap((each) => each ?? []);
  if (first === undefined || clauses.length === 1 || simple.includes(null)) return combine('or', clauses);
  return { kind: 'field', field: first.field, matcher: { kind: 'list', of }, at: combine('or', clauses).at };
}

export function not(of: Query, from: number = of.at.from): Query {
  return { kind: 'not', of, at: { from, to: of.at.to } };
}

/** Occurs anywhere in the event. A text that is nothing but `*` finds everything. */
export function textQuery(pattern: Pattern, at: Span): Query {
  return pattern.every((part) => part.kind === 'any') ? { kind: 'everything', at } : { kind: 'text', pattern, at };
}
