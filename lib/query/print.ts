import type { Query } from './node';
import { operatorOf } from './operators';
import { literalText, type Pattern } from './pattern';
import { printName, printPattern, quote } from './scalar-text';

/** The query as text; parsing it gives the same query again. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'everything':
      return '*';
    case 'and':
    case 'or':
      return query.of.map(printPart).join(` ${query.kind} `);
    case 'not':
      return `not ${printPart(query.of)}`;
    case 'text':
      return printText(query.pattern);
    case 'text-regex':
      return `/${query.source}/`;
    case 'field':
      return `${printName(query.field)}${operatorOf(query.matcher).print(query.matcher, query.field)}`;
  }
}

/** Parentheses around every "and" and "or" inside another: nobody should need to know which binds tighter. */
function printPart(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);
}

function printText(pattern: Pattern): string {
  const literal = literalText(pattern);
  if (literal === null) return printPattern(pattern);
  const isPlain = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(literal) && !/^(and|or|not)$/i.test(literal);
  return isPlain ? literal : quote(literal);
}
