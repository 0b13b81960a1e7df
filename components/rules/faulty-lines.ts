import type { ReadRulesAnswer } from '@/lib/interface';

/** The lines at which a text of rules cannot be read, or at which a rule that is refused begins. */
export function faultyLines(answer: ReadRulesAnswer | undefined): ReadonlySet<number> {
  const broken = answer?.problems.flatMap(({ line }) => line ?? []) ?? [];
  const refused = answer?.rules.flatMap(({ line, refusals }) => (refusals.length > 0 ? line : [])) ?? [];
  return new Set([...broken, ...refused]);
}
