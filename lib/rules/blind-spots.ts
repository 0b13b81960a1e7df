import { type Gaps, type Ground, gapsOf, NO_GAPS } from '@/lib/library';
import type { KnownRule } from './known-rule';

/** What was said of a rule and of the same data before: a rule is a value, and so is the ground. */
const JUDGED = new WeakMap<Ground, WeakMap<KnownRule, Gaps>>();

/**
 * What the data lacks for a rule, a sentence each. One for which anything is missing finds nothing, whatever happened; where there
 * are limits it finds a part.
 */
export function blindSpots(rule: KnownRule, parts: readonly KnownRule[], ground: Ground): Gaps {
  if (rule.refusals.length > 0 || rule.kind === 'filter') return NO_GAPS;
  if (rule.correlation === null) return ofEvents(rule, ground);
  const ofParts = parts.filter(({ run }) => run !== null).map((part) => ofEvents(part, ground));
  // Of a count any of its rules may add; what must follow each other must all be seen.
  const needsAll = rule.correlation.type.startsWith('temporal') && rule.correlation.condition === null;
  const missing = [...new Set(ofParts.flatMap((gaps) => gaps.missing))];
  const limits = [...new Set(ofParts.flatMap((gaps) => gaps.limits))];
  const blind = ofParts.filter((gaps) => gaps.missing.length > 0);
  if (needsAll ? blind.length > 0 : blind.length === ofParts.length) return { missing, limits: [] };
  return { missing: [], limits: [...missing, ...limits] };
}

function ofEvents(rule: KnownRule, ground: Ground): Gaps {
  const { run, needs, types } = rule;
  if (run === null) return NO_GAPS;
  const judged = JUDGED.get(ground) ?? new WeakMap<KnownRule, Gaps>();
  JUDGED.set(ground, judged);
  const gaps = judged.get(rule) ?? gapsOf({ types, needs, query: run.query }, ground);
  judged.set(rule, gaps);
  return gaps;
}
