export { align as alignTime, GRID_ORIGIN, type Grid, gridFor, withRoom } from './bucket-width';
export {
  type Clause,
  clausesOf,
  type FieldValue,
  type Filter,
  narrowedTo,
  type TopClause,
  topClauses,
  withClause,
  withFilter,
  withoutClause,
} from './clauses';
export { compareCodePoints } from './code-points';
export { compileQuery, type QueryScope } from './compile';
export { type CompletionPoint, completionPoint, queryAround } from './completion-point';
export { couldMatch, type KnownOf } from './could-match';
export { decimalText } from './decimal-text';
export { describeQuery } from './describe';
export { DIALECTS, type DialectExample, type Reading, readDialect } from './dialects';
export { nearestTexts } from './edit-distance';
export {
  type FieldReference,
  knownField,
  QUERY_FIELDS,
  type QueryField,
  resolveField,
  type Unit,
  unitOf,
} from './field-reference';
export { fold } from './folding';
export { type AggregateFunction, type AggregateKind, FUNCTIONS } from './functions';
export { interpolate } from './functions/quantile';
export { matches, type Predicate, queryPredicate } from './matches';
export { NESTED_LIMITS, nestedTest, nestedValues, pathOf } from './nested';
export type { And, Everything, FieldClause, Not, Or, Query, TextRegex, TextTerm } from './node';
export { combine } from './node';
export { type Matcher, OPERATORS, type OtherField, type SimpleMatcher, textMatcherSql } from './operators';
export { isComparable } from './operators/kinds';
export { checkQuery, parseQuery, QUERY_LENGTH_MAX } from './parse';
export { literalPieces, literalText, type Pattern, type PatternPart } from './pattern';
export { type Cell, cellOfSql, shownCell } from './pipeline/cell';
export { type CompiledPlan, compilePlan, type PlanScope } from './pipeline/compile-plan';
export { describePipeline, printPipeline } from './pipeline/describe-pipeline';
export {
  type EvaluationOptions,
  evaluatePlan,
  evaluateRows,
  type PlanAnswer,
  planRows,
} from './pipeline/evaluate';
export { evaluateGroups, type GroupsAnswer } from './pipeline/evaluate-groups';
export { gatherFilter } from './pipeline/gather-filter';
export { checkPipeline, parsePipeline, splitPipeline } from './pipeline/parse-pipeline';
export type { Pipeline } from './pipeline/pipeline';
export { baselineOf, groupStep, needsBucketWidth, planOf, withBucketWidth } from './pipeline/plan';
export type { Row } from './pipeline/row-order';
export { type StepAtEnd, stepAtEnd } from './pipeline/step-at';
export type { AggregateCall, GroupStep, Plan, SortKey, Step } from './pipeline/steps';
export { printQuery } from './print';
export { QueryError, type Span } from './query-error';
export type { QueryableEvent } from './queryable-event';
export { type Alternatives, byteRegexMatcher, parseRegex, RegexError, requiredLiterals } from './regex';
export { Sql, type SqlValue, sql } from './sql';
export { STAGE_NAMES, STAGES, type Stage } from './stages';
export { fieldExpression, numberOf as attributeNumber } from './targets';
export { mayBePath, readsOriginals, type TextQuery, textTermMatcher, textTerms } from './text-terms';
export { resolveTime } from './time';
export { TIME_PARTS, type TimePart, timePartMember, timePartOf } from './time-part';
export { TOKEN_KINDS, type Token, type TokenKind, tokenize } from './tokenize';
export { type StoredValue, type TimeSpan, timeSpans, valueTest } from './value-test';
