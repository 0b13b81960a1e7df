import type { DetectionRule, FilterRule, LogSource } from './rule';

/**
 * The filters that narrow a rule: those that name it, or all, and whose log source says nothing else than the rule's. An event
 * must be what the rule says and what the filter's condition says, as in pySigma.
 */
export function filtersFor(rule: DetectionRule, filters: readonly FilterRule[]): readonly FilterRule[] {
  return filters.filter(
    ({ rules, logSource }) =>
      contains(logSource, rule.logSource) && (rules === null || rules.some((name) => isNamed(rule, name))),
  );
}

/** Whether a rule, or a correlation, is called so. */
export function isNamed({ head }: { readonly head: DetectionRule['head'] }, name: string): boolean {
  return name === head.id || name === head.name;
}

function contains(wide: LogSource, narrow: LogSource): boolean {
  return (['category', 'product', 'service'] as const).every((key) => wide[key] === null || wide[key] === narrow[key]);
}
