export type { ActiveCorrelation, ActiveRule, ActiveRules } from './active-rule';
export type { BuiltInCorrelation, BuiltInRule, TimedExample } from './built-in-rule';
export { BUILT_IN_RULES } from './built-in-rules';
export { findingOfCorrelation } from './finding-of-correlation';
export { findingsOfHits } from './findings-of-hits';
export { HitCollector } from './hit-collector';
export { keyText, NEAR_MICROS, type RuleHit, stretchOf } from './rule-hit';
