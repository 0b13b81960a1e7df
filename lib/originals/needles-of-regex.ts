import { parseRegex, requiredLiterals, type TextRegex, textTermMatcher } from '@/lib/query';
import { type Needle, needleOf } from './needle';

/** One needle for each alternative of an expression; what it requires is looked for as it is written, not as JSON escapes it. */
export function needlesOfRegex(regex: TextRegex): Needle[] {
  const matches = textTermMatcher(regex);
  return requiredLiterals(parseRegex(regex.source)).map((pieces) => needleOf(pieces, matches));
}
