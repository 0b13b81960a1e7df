import { z } from 'zod';
import { type Condition, parseCondition } from '../condition';
import { isMap } from '../read-detection';
import { parsed } from '../read-head';
import { BOUND_NAMES, type Bound, CORRELATION_TYPES, type CorrelationRule, type RuleHead } from '../rule';
import { RuleError } from '../rule-error';
import { readTimespan } from './timespan';

const texts = z.union([z.array(z.string()), z.string().transform((text) => [text])]);
const shape = z.object({
  type: z.enum(CORRELATION_TYPES),
  rules: texts.optional(),
  'group-by': texts.nullish(),
  timespan: z.string(),
  condition: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  aliases: z.record(z.string(), z.record(z.string(), z.string())).nullish(),
  generate: z.boolean().nullish(),
});
type Read = z.output<typeof shape>;

const PATH = ['correlation'];
const CONDITION_PATH = [...PATH, 'condition'];
/** Words of a condition over names of rules. */
const OPERATORS = /^(?:and|or|not|of|all|any|1|them)$/i;

/** Reads a correlation document (Sigma correlation rules specification; the types of figures are pySigma's). */
export function readCorrelation(value: unknown, head: RuleHead): CorrelationRule {
  if (!isMap(value)) throw new RuleError('"correlation" must be a map', PATH);
  const read = parsed(shape, value, PATH);
  const { rules, condition } = readCondition(read);
  const isTemporal = read.type === 'temporal' || read.type === 'temporal_ordered';
  if (rules.length === 0) throw new RuleError('the correlation names no rules', [...PATH, 'rules']);
  if (isTemporal && rules.length < 2) {
    throw new RuleError(`"${read.type}" needs two rules or more`, [...PATH, 'rules']);
  }
  const bounds = readBounds(read);
  if (!isTemporal && bounds.length === 0) throw new RuleError(`"${read.type}" needs a condition`, CONDITION_PATH);
  return {
    kind: 'correlation',
    head,
    type: read.type,
    rules,
    groupBy: read['group-by'] ?? [],
    timespan: readTimespan(read.timespan, [...PATH, 'timespan']),
    bounds: condition === null && bounds.length === 0 ? [{ is: 'gte', value: rules.length }] : bounds,
    condition,
    fields: readFields(read),
    percentile: readPercentile(read),
    aliases: readAliases(read, rules),
    generate: read.generate ?? false,
  };
}

/** The rules, in their order, and what must be so of them where a text says it. */
function readCondition(read: Read): { rules: readonly string[]; condition: Condition | null } {
  const given = [...new Set(read.rules ?? [])];
  if (typeof read.condition !== 'string') return { rules: given, condition: null };
  if (read.type !== 'temporal') {
    throw new RuleError(`"${read.type}" takes no condition over names of rules`, CONDITION_PATH);
  }
  const named = read.condition.match(/[\w*-]+/g)?.filter((word) => !OPERATORS.test(word) && !word.includes('*')) ?? [];
  const rules = given.length > 0 ? given : [...new Set(named)];
  return { rules, condition: parseCondition(read.condition, rules, CONDITION_PATH) };
}

function readBounds({ condition }: Read): Bound[] {
  if (condition === null || condition === undefined || typeof condition === 'string') return [];
  for (const key of Object.keys(condition)) {
    if (key !== 'field' && key !== 'percentile' && !BOUND_NAMES.some((name) => name === key)) {
      throw new RuleError(
        `a correlation's condition has no "${key}"; it has ${BOUND_NAMES.join(', ')}`,
        CONDITION_PATH,
      );
    }
  }
  return BOUND_NAMES.flatMap((is) => {
    const value = condition[is];
    if (value === undefined) return [];
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new RuleError(`"${is}" needs a number`, [...CONDITION_PATH, is]);
    }
    return [{ is, value }];
  });
}

function readFields({ type, condition }: Read): readonly string[] {
  const field = typeof condition === 'string' ? undefined : condition?.field;
  const fields = field === undefined ? [] : parsed(texts, field, [...CONDITION_PATH, 'field']);
  if (type.startsWith('value_') && fields.length === 0) {
    throw new RuleError(`"${type}" does not say of which field`, CONDITION_PATH);
  }
  if (type.startsWith('value_') && type !== 'value_count' && fields.length > 1) {
    throw new RuleError(`"${type}" takes one field`, [...CONDITION_PATH, 'field']);
  }
  return fields;
}

function readPercentile({ type, condition }: Read): number | null {
  if (type !== 'value_percentile') return null;
  const value = typeof condition === 'string' ? undefined : condition?.percentile;
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) {
    throw new RuleError('"value_percentile" needs a percentile from 0 to 100', [...CONDITION_PATH, 'percentile']);
  }
  return value;
}

function readAliases({ aliases }: Read, rules: readonly string[]): CorrelationRule['aliases'] {
  for (const [alias, fields] of Object.entries(aliases ?? {})) {
    const foreign = Object.keys(fields).find((rule) => !rules.includes(rule));
    if (foreign !== undefined) {
      throw new RuleError(`the alias "${alias}" names "${foreign}", which is no rule of the correlation`, [
        ...PATH,
        'aliases',
        alias,
      ]);
    }
  }
  return new Map(Object.entries(aliases ?? {}).map(([alias, fields]) => [alias, new Map(Object.entries(fields))]));
}
