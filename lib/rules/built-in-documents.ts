import { knownField, QUERY_FIELDS } from '@/lib/query';
import { type CorrelationRule, LOG_SOURCES, type LogSourceMapping, type RuleHead } from '@/lib/sigma';
import type { BuiltInCorrelation, BuiltInRule } from './built-in-rule';

const OWN_NAMES = Object.fromEntries(QUERY_FIELDS.map(({ name }) => [name, name]));

/** What a built-in rule says of itself, as correlations know rules: its name is its id. */
export function headOf({ name, title, about, level }: BuiltInRule | BuiltInCorrelation): RuleHead {
  return {
    ...{ title, id: name, name, status: null, level, description: about },
    ...{ author: null, license: null, date: null, modified: null },
    ...{ references: [], tags: [], falsePositives: [], fields: [], related: [], line: 1 },
  };
}

/** A built-in correlation as Sigma's own, so that the same code runs both. Its fields are those of the query language. */
export function correlationOf(correlation: BuiltInCorrelation): CorrelationRule {
  const { type, rules, by, withinSeconds, field } = correlation;
  const least = type.endsWith('_count') ? (correlation.atLeast ?? 1) : rules.length;
  return {
    kind: 'correlation',
    head: headOf(correlation),
    ...{ type, rules, groupBy: by, timespan: withinSeconds * 1_000_000 },
    bounds: [{ is: 'gte', value: least }],
    condition: null,
    fields: field === undefined ? [] : [field],
    percentile: null,
    aliases: new Map(),
    // A built-in rule says itself whether it raises alone.
    generate: true,
  };
}

/** The log source of a built-in rule: events of its types, whose fields are called as in the query language. */
export function logSourceOf({ name, title, about, types }: BuiltInRule): LogSourceMapping {
  const alike = LOG_SOURCES.filter((source) => source.types.some((type) => types.includes(type)));
  const attributes = alike
    .flatMap(({ fields }) => Object.values(fields))
    .flat()
    .map((target) => (typeof target === 'string' ? target : target.field))
    .filter((field) => knownField(field) === null)
    .map((field) => [field, field]);
  return {
    ...{ name, title, about, types, sources: [], examples: [], ownFields: true },
    events: `type:(${types.join(' or ')})`,
    fields: { ...Object.fromEntries(attributes), ...OWN_NAMES },
  };
}
