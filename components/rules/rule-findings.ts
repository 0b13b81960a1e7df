const PREFIX = 'rule:';

/** What findings of a rule bear as their detector. */
export function detectorOfRule(id: string): string {
  return `${PREFIX}${id}`;
}

/** The id of the rule that found something; null where a detector did. */
export function ruleOfFinding({ detector }: { readonly detector: string }): string | null {
  return detector.startsWith(PREFIX) ? detector.slice(PREFIX.length) : null;
}

/** The page of findings with those of a rule. */
export function findingsOfRule(id: string): string {
  return `/findings?${new URLSearchParams({ detector: detectorOfRule(id) })}`;
}
