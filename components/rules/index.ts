export { ruleOfFinding } from './rule-findings';
export { leaveOutLink } from './rule-links';
export { RulePage } from './rule-page';
export { RulesPage } from './rules-page';
export { pageOfRule, useRule } from './rules-queries';
