export { activeRules } from './active-rules';
export { RULES_CHANNEL } from './rule-lock';
