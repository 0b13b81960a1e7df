import { QueryError, type Span } from '../query-error';
import { parseRegex, postgresRegex, RegexError, regexMatcher } from '../regex';
import { sql } from '../sql';
import { hasPatterns } from './kinds';
import type { Operator } from './operator';

/** `field:/expression/`: the expression matches somewhere in the value, in any case unless its options say otherwise. */
export interface RegularExpression {
  readonly kind: 'regex';
  /** As written between the slashes; valid. */
  readonly source: string;
}

export const regularExpression: Operator<RegularExpression> = {
  kind: 'regex',
  title: 'Regular expression',
  about:
    'The expression matches somewhere in the value, in any case; ^ and $ tie it to the ends. A slash in it is written \\/. (?-i) at its beginning tells upper from lower case, (?-s) keeps . within a line, (?m) lets ^ and $ stand at the ends of lines.',
  accept(operand, field) {
    if (operand.kind !== 'regex') return null;
    if (!hasPatterns(field.kind)) throw new QueryError(`${field.name} takes no regular expression`, operand.at);
    return { kind: 'regex', source: readRegex(operand) };
  },
  toSql: ({ source }, target) => sql`${target.text} collate "C" ~ ${postgresRegex(parseRegex(source))}`,
  test({ source }) {
    const matches = regexMatcher(parseRegex(source));
    return ({ text }) => text !== null && matches(text);
  },
  words: ({ source }, _field, negated) => `${negated ? 'does not match' : 'matches'} /${source}/`,
  print: ({ source }) => `:/${source}/`,
  examples: [
    {
      query: 'user_agent:/kubectl\\/v1\\.2[0-9]/',
      words: 'Events where user agent matches /kubectl\\/v1\\.2[0-9]/.',
      finds: ['kubectl/v1.25', 'KUBECTL/V1.20 (linux)'],
      misses: ['kubectl/v1.3', 'kubectl/v1x25', null],
    },
    {
      query: 'message:/^time(d )?out\\b/',
      words: 'Events where message matches /^time(d )?out\\b/.',
      finds: ['Timed out', 'timeout: 3s'],
      misses: ['a timeout', 'timeouts', ''],
    },
    {
      query: 'name:/(?-i)^Admin$/',
      words: 'Events where name matches /(?-i)^Admin$/.',
      finds: ['Admin'],
      misses: ['admin', 'ADMIN', null],
    },
    { query: 'status:/^5..$/', words: 'Events where status matches /^5..$/.', finds: [503], misses: [404, 50, null] },
    {
      query: 'name:/(a+)+$/',
      words: 'Events where name matches /(a+)+$/.',
      finds: ['AAAA'],
      misses: [`${'a'.repeat(200)}!`],
    },
  ],
};

/** The source of an expression that stands between slashes at a place of a query; throws QueryError when it is none. */
export function readRegex({ source, at }: { readonly source: string; readonly at: Span }): string {
  try {
    parseRegex(source);
    return source;
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    const start = at.from + 1;
    throw new QueryError(error.message, { from: start + error.at.from, to: start + error.at.to });
  }
}
