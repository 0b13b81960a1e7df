import { byteRegexMatcher, parseRegex, requiredLiterals, type TextRegex } from '@/lib/query';
import { type Needle, needleOf } from './needle';

/** One needle for each alternative of an expression; what it requires is looked for as it is written, not as JSON escapes it. */
export function needlesOfRegex(regex: TextRegex): Needle[] {
  const expression = parseRegex(regex.source);
  const { matches, matchesAscii } = byteRegexMatcher(expression);
  return requiredLiterals(expression).map((pieces) => ({ ...needleOf(pieces, matches), matchesAscii }));
}
