import type { FieldClause, Query, TextRegex, TextTerm } from './node';
import { occurrenceMatcher, type Pattern } from './pattern';
import { parseRegex, regexMatcher } from './regex';

/** What is said of an event's original text. */
export type TextQuery = TextTerm | TextRegex;

/** All that a query says of the original text, in its order. */
export function textTerms(query: Query): TextQuery[] {
  switch (query.kind) {
    case 'text':
    case 'text-regex':
      return [query];
    case 'and':
    case 'or':
      return query.of.flatMap(textTerms);
    case 'not':
      return textTerms(query.of);
    default:
      return [];
  }
}

/** Whether the original text of events may have to be read to answer a query: for words, expressions and paths into JSON. */
export function readsOriginals(query: Query): boolean {
  switch (query.kind) {
    case 'text':
    case 'text-regex':
      return true;
    case 'and':
    case 'or':
      return query.of.some(readsOriginals);
    case 'not':
      return readsOriginals(query.of);
    default:
      return query.kind === 'field' && mayBePath(query);
  }
}

/**
 * Whether a clause is looked for in the JSON of the originals where no event has such an attribute. What is in them only is
 * compared with no other field.
 */
export function mayBePath({ field, matcher }: FieldClause): boolean {
  return field.kind === 'attribute' && matcher.kind !== 'other-field';
}

/** Makes the test "the term occurs in this text", in any case. This, and nothing else, is what a term means. */
export function textTermMatcher(term: TextQuery): (text: string) => boolean {
  if (term.kind === 'text-regex') return regexMatcher(parseRegex(term.source));
  const occurs = occurrenceMatcher(lowerCase(term.pattern));
  return (text) => occurs(text.toLowerCase());
}

function lowerCase(pattern: Pattern): Pattern {
  return pattern.map((part) => (part.kind === 'literal' ? { kind: 'literal', text: part.text.toLowerCase() } : part));
}
