import type { Pattern } from '@/lib/query';
import type { RegexTest } from './sigma-test';

/** A Sigma expression in the query language, whose own default is any case, and dots that match newlines. */
export function regexSource(test: RegexTest): string {
  const off = `${test.ignoreCase ? '' : 'i'}${test.dotAll ? '' : 's'}`;
  const options = `${test.multiline ? 'm' : ''}${off === '' ? '' : `-${off}`}`;
  let source = test.source;
  if (test.fromStart || test.toEnd) source = `${test.fromStart ? '^' : ''}(?:${source})${test.toEnd ? '$' : ''}`;
  return printable(`${options === '' ? '' : `(?${options})`}${source}`);
}

/** The expression of a text with wildcards: all of the value, its case told apart where that matters. */
export function patternSource(pattern: Pattern, cased: boolean): string {
  return printable(`${cased ? '(?-i)' : ''}^${patternBody(pattern)}$`);
}

/** The characters of a pattern as an expression; `any` is what a wildcard's character may be. */
export function patternBody(pattern: Pattern, any = '.'): string {
  return pattern
    .map((part) => {
      if (part.kind === 'any') return `${any}*`;
      return part.kind === 'one' ? any : part.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
}

/** An expression as it may stand between slashes: none within it, no space in front, no colon at its end. */
export function printable(source: string): string {
  const escaped = source.replace(/\\[\s\S]|\//g, (found) => (found === '/' ? '\\/' : found));
  return /^\s|^$|:$/.test(escaped) ? `(?:${escaped})` : escaped;
}
