export { activeRules } from './active-rules';
export { lockRules, RULES_CHANNEL } from './rule-lock';
