import type { LogType } from '@/lib/events';
import { parseQuery, printQuery, QUERY_LENGTH_MAX, type Query } from '@/lib/query';
import { compileDetection } from './compile-detection';
import { mappingOf } from './field-mapping';
import { filtersFor } from './filters-for';
import { simplest } from './item-query';
import { type LogSourceMapping, logSourceFor, sourceWords } from './log-sources';
import { type Refusal, Refused } from './refusal';
import type { DetectionRule, FilterRule } from './rule';

/** What whoever runs rules adds to them. */
export interface CompileOptions {
  /** What placeholders stand for, by their names without the percent signs. */
  readonly placeholders?: ReadonlyMap<string, readonly string[]>;
  /** Filters; those that are meant for a rule narrow it. */
  readonly filters?: readonly FilterRule[];
}

/** A rule that can be run: its query finds the events that it is about. */
export interface CompiledRule {
  readonly rule: DetectionRule;
  readonly logSource: LogSourceMapping;
  readonly types: readonly LogType[];
  readonly query: Query;
  /** The query as text; parsing it gives the same query. Null when it is longer than a person's query may be. */
  readonly text: string | null;
  readonly refusals: null;
}

/** A rule that cannot be run, and why: at least one reason. */
export interface RefusedRule {
  readonly rule: DetectionRule;
  readonly refusals: readonly Refusal[];
}

/** With each selection as often as the condition names it, in each field that it may stand in. */
const CLAUSES_MAX = 50_000;
const NO_PLACEHOLDERS: ReadonlyMap<string, readonly string[]> = new Map();

/** Makes a query of a rule, or says by name what keeps it from being run here. */
export function compileRule(rule: DetectionRule, options: CompileOptions = {}): CompiledRule | RefusedRule {
  const logSource = logSourceFor(rule.logSource);
  if (logSource === null) return { rule, refusals: [unknownSource(rule)] };
  const placeholders = options.placeholders ?? NO_PLACEHOLDERS;
  const mapping = mappingOf(logSource);
  const parts = [rule, ...filtersFor(rule, options.filters ?? [])].map(({ detection }) =>
    compileDetection(detection, mapping, placeholders),
  );
  const refusals = parts.flatMap((part) => part.refusals);
  if (refusals.length > 0) return { rule, refusals };
  const query = simplest('and', [parseQuery(logSource.events), ...parts.map((part) => part.query)]);
  if (clausesIn(query, CLAUSES_MAX) < 0) return { rule, refusals: [tooLarge()] };
  const text = printQuery(query);
  const shown = text.length <= QUERY_LENGTH_MAX ? text : null;
  return { rule, logSource, types: logSource.types, query, text: shown, refusals: null };
}

/** How many of `left` clauses are left over by a query; below zero when it has more, of which it then looks at no more. */
function clausesIn(query: Query, left: number): number {
  if (left < 0) return left;
  if (query.kind === 'not') return clausesIn(query.of, left);
  if (query.kind === 'and' || query.kind === 'or') {
    return query.of.reduce((rest, part) => clausesIn(part, rest), left);
  }
  return left - (query.kind === 'field' && query.matcher.kind === 'list' ? query.matcher.of.length : 1);
}

function tooLarge(): Refusal {
  return new Refused('size', 'condition', `the rule compares more than ${CLAUSES_MAX} values`).refusal;
}

function unknownSource(rule: DetectionRule): Refusal {
  const words = sourceWords(rule.logSource);
  const message = `the log source ${words} is none that Trackway reads`;
  return new Refused('log-source', words, message).refusal;
}
