export type { ActiveCorrelation, ActiveRule, ActiveRules } from './active-rule';
export type { BuiltInCorrelation, BuiltInRule, TimedExample } from './built-in-rule';
export { BUILT_IN_RULES } from './built-in-rules';
export { readTags, type Tagged } from './sigma-tags';
