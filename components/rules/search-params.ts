import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { FINDING_LEVELS, RULE_ORIGINS } from '@/lib/interface';

/** What rules are told apart by; none = all. */
export const RULE_STATES = ['on', 'off', 'refused', 'blind'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** Everything that the list of rules remembers, all of it in its address. What is left out is open. */
export const rulesParsers = {
  state: parseAsStringLiteral(RULE_STATES),
  origin: parseAsStringLiteral(RULE_ORIGINS),
  level: parseAsStringLiteral(FINDING_LEVELS),
  contains: parseAsString.withDefault(''),
  /** Only rules that were changed at this time or later: what was just added. */
  since: parseAsString,
};
