import type { Query, TextTerm } from './node';
import { occurrenceMatcher, type Pattern } from './pattern';

/** All the text terms of a query, in its order. */
export function textTerms(query: Query): TextTerm[] {
  switch (query.kind) {
    case 'text':
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

/** Makes the test "the term occurs in this text", in any case. This, and nothing else, is what a term means. */
export function textTermMatcher(term: TextTerm): (text: string) => boolean {
  const occurs = occurrenceMatcher(lowerCase(term.pattern));
  return (text) => occurs(text.toLowerCase());
}

function lowerCase(pattern: Pattern): Pattern {
  return pattern.map((part) => (part.kind === 'literal' ? { kind: 'literal', text: part.text.toLowerCase() } : part));
}
