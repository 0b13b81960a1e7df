import { createHash } from 'node:crypto';
import { BUILT_IN_RULES } from '@/lib/rules';

type BuiltIn = (typeof BUILT_IN_RULES)[number];

/** What each built-in rule looks for, by its name: another digest means that it must look again. */
export const BUILT_IN_DIGESTS: ReadonlyMap<string, string> = new Map(
  BUILT_IN_RULES.map((rule) => [rule.name, digestOf(JSON.stringify(looksFor(rule)))]),
);

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function looksFor(rule: BuiltIn): unknown {
  if (rule.kind === 'rule') return [rule.q, rule.by, rule.silent ?? false];
  return [rule.type, rule.rules, rule.by, rule.withinSeconds, rule.atLeast ?? null, rule.field ?? null];
}
