/** What findings of rules bear as their detector begins with. */
export const RULE_PREFIX = 'rule:';

/** What findings of a rule, by its id, bear as their detector. */
export function detectorOfRule(id: string): string {
  return `${RULE_PREFIX}${id}`;
}
