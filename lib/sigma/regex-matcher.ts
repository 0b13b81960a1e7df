import type { Matcher } from '@/lib/query';
import { parseRegex, RegexError } from '@/lib/query';
import { Refused } from './refusal';

/** The matcher of an expression; throws Refused for one that cannot be run in linear time here. */
export function regexOf(source: string): Matcher & { readonly kind: 'regex' } {
  checkRegex(source);
  return { kind: 'regex', source };
}

export function checkRegex(source: string): void {
  const nul = source.includes('\0');
  try {
    parseRegex(source);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new Refused(
      'regular-expression',
      source.slice(0, 80),
      `the regular expression /${source.slice(0, 80)}/ cannot be run: ${error.message}`,
    );
  }
  if (nul) throw new Refused('regular-expression', source.slice(0, 80), 'no text of a log holds the character NUL');
}
