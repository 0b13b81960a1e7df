export { RuleWatch } from './rule-watch';
