export {
  type Clause,
  clausesOf,
  type Filter,
  type TopClause,
  topClauses,
  withClause,
  withFilter,
  withoutClause,
} from './clauses';
export { compileQuery, type QueryScope } from './compile';
export { type CompletionPoint, completionPoint, queryAround } from './completion-point';
export { describeQuery } from './describe';
export { DIALECTS, type DialectExample, type Reading, readDialect } from './dialects';
export { nearestTexts } from './edit-distance';
export { knownField, QUERY_FIELDS, type QueryField, resolveField } from './field-reference';
export { matches, type Predicate, queryPredicate } from './matches';
export type { And, Everything, FieldClause, Not, Or, Query, TextTerm } from './node';
export { type Matcher, OPERATORS, textMatcherSql } from './operators';
export { checkQuery, parseQuery } from './parse';
export { literalPieces, literalText, type Pattern, type PatternPart } from './pattern';
export { printQuery } from './print';
export { QueryError, type Span } from './query-error';
export type { QueryableEvent } from './queryable-event';
export { Sql, type SqlValue, sql } from './sql';
export { textTermMatcher, textTerms } from './text-terms';
export { resolveTime } from './time';
export { type Token, type TokenKind, tokenize } from './tokenize';
export { type StoredValue, type TimeSpan, timeSpans, valueTest } from './value-test';
