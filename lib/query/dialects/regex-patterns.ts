import { mergeParts, type Pattern, type PatternPart } from '../pattern';
import { QueryError, type Span } from '../query-error';
import { parseRegex, type Regex, RegexError } from '../regex';

const PATTERNS_MAX = 20;

/**
 * The few patterns with `*` and `?` that an expression stands for, as in `api-.*` or `get|list`; null when it says more
 * than patterns can. A leading `(?i)` is what is always so here. Throws `QueryError` at `at` for a broken expression.
 */
export function patternsOfRegex(source: string, at: Span): readonly Pattern[] | null {
  // Patterns tell no case from the other.
  if (/\(\?[ims]{0,3}-[ms]{0,2}i/.test(source)) return null;
  try {
    return expand(parseRegex(source.replace(/^\(\?i\)/, '')))?.map(mergeParts) ?? null;
  } catch (error) {
    if (error instanceof RegexError) throw new QueryError(error.message, at);
    throw error;
  }
}

function expand(regex: Regex): Pattern[] | null {
  switch (regex.kind) {
    case 'set':
      return expandSet(regex);
    case 'sequence':
      return regex.of.reduce<Pattern[] | null>(
        (before, part) => product(before, before === null ? null : expand(part)),
        [[]],
      );
    case 'choice': {
      const all = regex.of.map(expand);
      const found = all.flatMap((patterns) => patterns ?? []);
      return all.includes(null) || found.length > PATTERNS_MAX ? null : found;
    }
    case 'repeat':
      if (!isAnyCharacter(regex.of) || regex.max !== null || regex.min > PATTERNS_MAX) return null;
      return [[...Array.from({ length: regex.min }, (): PatternPart => ({ kind: 'one' })), { kind: 'any' }]];
    default:
      return null;
  }
}

function expandSet(set: Regex & { kind: 'set' }): Pattern[] | null {
  if (isAnyCharacter(set)) return [[{ kind: 'one' }]];
  if (set.negated) return null;
  const letters = new Set(
    set.ranges.flatMap(([low, high]) => (low === high ? [String.fromCodePoint(low).toLowerCase()] : ['', ' '])),
  );
  const [letter] = letters;
  return letters.size === 1 && letter !== undefined ? [[{ kind: 'literal', text: letter }]] : null;
}

function isAnyCharacter(regex: Regex): boolean {
  if (regex.kind !== 'set') return false;
  if (regex.negated) return regex.ranges.length === 0;
  return regex.ranges.length === 1 && regex.ranges[0]?.[0] === 0 && regex.ranges[0][1] === 0x10ffff;
}

function product(before: readonly Pattern[] | null, after: readonly Pattern[] | null): Pattern[] | null {
  if (before === null || after === null || before.length * after.length > PATTERNS_MAX) return null;
  return before.flatMap((start) => after.map((end) => [...start, ...end]));
}
