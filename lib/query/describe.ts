import type { Query } from './node';
import { operatorOf } from './operators';
import { literalText } from './pattern';
import { patternWords } from './scalar-text';

/** The query as a sentence in words. Holds values as they were written: show it as text. */
export function describeQuery(query: Query): string {
  return query.kind === 'everything' ? 'All events.' : `Events where ${words(query, false)}.`;
}

/** A condition within a sentence: what follows "where". */
export function describeCondition(query: Query): string {
  return words(query, false);
}

function words(query: Query, negated: boolean): string {
  switch (query.kind) {
    case 'everything':
      return negated ? 'nothing is so' : 'anything is so';
    case 'and':
    case 'or':
      if (negated) return `it is not so that (${words(query, false)})`;
      return query.of.map((part) => wordsWithin(part, query.kind)).join(query.kind === 'and' ? ' and ' : ' or ');
    case 'not':
      return words(query.of, !negated);
    case 'text': {
      const literal = literalText(query.pattern);
      const verb = negated ? 'does not contain' : 'contains';
      return `the text ${verb} ${literal === null ? patternWords(query.pattern) : `“${literal}”`}`;
    }
    case 'text-regex':
      return `the text ${negated ? 'does not match' : 'matches'} /${query.source}/`;
    case 'field':
      return `${query.field.label} ${operatorOf(query.matcher).words(query.matcher, query.field, negated)}`;
  }
}

/** What is joined the other way, or says "or" itself, goes into parentheses within an "and". */
function wordsWithin(part: Query, parent: 'and' | 'or'): string {
  const isMixed = (part.kind === 'and' || part.kind === 'or') && part.kind !== parent;
  const isList = part.kind === 'field' && part.matcher.kind === 'list' && parent === 'and';
  return isMixed || isList ? `(${words(part, false)})` : words(part, false);
}
