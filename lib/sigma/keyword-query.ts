import { combine, type Pattern, type Query, resolveField } from '@/lib/query';

import { Refused } from './refusal';
import { checkRegex } from './regex-matcher';
import { patternBody, printable, regexSource } from './regex-source';
import type { SigmaTest } from './sigma-test';
import { ANY, literal, merged } from './text-pattern';

const AT = { from: 0, to: 0 };
/** Characters that JSON writes in another way, so that the original may not hold them as they are. */
const ESCAPED_BY_JSON = /["\\<>&\n\r\t]/;

/** A keyword: it occurs anywhere in the original record. */
export function keywordQuery(test: SigmaTest): Query {
  switch (test.kind) {
    case 'text':
      if (test.isBytes) {
        throw new Refused('value', 'UTF-16', 'no text of a log holds bytes of UTF-16, unless they are in Base64');
      }
      return textQuery(test.pattern, test.cased);
    case 'number':
    case 'truth':
      return textQuery([literal(String(test.value))], false);
    case 'regex': {
      const source = regexSource(test);
      checkRegex(source);
      return { kind: 'text-regex', source, at: AT };
    }
    default:
      throw new Refused('keyword', test.kind, 'a keyword is a text, a number or a regular expression');
  }
}

function textQuery(given: Pattern, cased: boolean): Query {
  const pattern = withoutOuterStars(given);
  if (pattern.length === 0) throw new Refused('keyword', '', 'an empty keyword would find every event');
  if (pattern.some((part) => part.kind === 'literal' && part.text.includes('\0'))) {
    throw new Refused('keyword', 'NUL', 'no text of a log holds the character NUL, as texts in UTF-16 do');
  }
  if (cased) {
    const source = printable(`(?-i)${patternBody(pattern)}`);
    checkRegex(source);
    return { kind: 'text-regex', source, at: AT };
  }
  const inOriginal: Query = { kind: 'text', pattern, at: AT };
  if (!pattern.some((part) => part.kind === 'literal' && ESCAPED_BY_JSON.test(part.text))) return inOriginal;
  const inMessage: Query = {
    kind: 'field',
    field: resolveField('message'),
    matcher: { kind: 'wildcard', pattern: merged([ANY, ...pattern, ANY]) },
    at: AT,
  };
  return combine('or', [inOriginal, inMessage]);
}

/** They say nothing where a text may stand anywhere. */
function withoutOuterStars(pattern: Pattern): Pattern {
  const from = pattern[0]?.kind === 'any' ? 1 : 0;
  const to = pattern.length > from && pattern.at(-1)?.kind === 'any' ? pattern.length - 1 : pattern.length;
  return pattern.slice(from, to);
}
