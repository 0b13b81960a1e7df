export { type CompiledRule, type CompileOptions, compileRule, type RefusedRule } from './compile-rule';
export { tellsAtOnce } from './correlations/bounds';
export type { CorrelationEvent, CorrelationMatch } from './correlations/correlation-event';
export {
  type CheckedCorrelations,
  CorrelationSet,
  checkCorrelations,
  type FoundCorrelation,
  raisesByItself,
} from './correlations/correlation-set';
export { eventValue, fieldValue, mayBePath } from './field-value';
export { filtersFor, isNamed } from './filters-for';
export { LOG_SOURCES, type LogSourceMapping, logSourceFor } from './log-sources';
export { RuleSet, type RunnableRule } from './many/rule-set';
export { MODIFIERS, type Modifier } from './modifiers';
export { type ParsedSigma, type ParseProblem, parseSigma } from './parse-sigma';
export { REFUSAL_KINDS, type Refusal, type RefusalKind } from './refusal';
export {
  type CorrelationRule,
  type DetectionRule,
  type FilterRule,
  LEVELS,
  type Level,
  type LogSource,
  type RuleHead,
  type SigmaDocument,
} from './rule';
