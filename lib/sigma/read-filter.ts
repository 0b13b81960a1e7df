import { isMap, readDetection } from './read-detection';
import { readLogSource } from './read-head';
import type { FilterRule, RuleHead } from './rule';
import { RuleError } from './rule-error';

/** Reads a filter document (Sigma filters specification). */
export function readFilter(value: Record<string, unknown>, head: RuleHead): FilterRule {
  const { filter } = value;
  if (!isMap(filter)) throw new RuleError('"filter" must be a map', ['filter']);
  return {
    kind: 'filter',
    head,
    logSource: readLogSource(value.logsource),
    rules: readRules(filter.rules),
    detection: readDetection(filter, ['filter'], ['rules']),
  };
}

/** `any`, and an empty list, are all rules of the log source. */
function readRules(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return value.toLowerCase() === 'any' ? null : [value];
  if (!Array.isArray(value)) {
    throw new RuleError('the filter does not say which rules it narrows: ids, names, or any', ['filter', 'rules']);
  }
  const rules: readonly unknown[] = value;
  const names = rules.filter((rule) => typeof rule === 'string');
  if (names.length < rules.length) throw new RuleError('a rule is named by its id or name', ['filter', 'rules']);
  return names.length === 0 ? null : names;
}
