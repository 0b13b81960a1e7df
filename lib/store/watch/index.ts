export { forgetHits } from './hit-rows';
export { RuleWatch } from './rule-watch';
