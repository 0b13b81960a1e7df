import { isNamed } from '@/lib/sigma';
import type { ActiveCorrelation, ActiveRule, ActiveRules } from './active-rule';

/** A correlation and what it is over, directly or through other correlations. */
export interface CorrelationParts {
  readonly correlation: ActiveCorrelation;
  readonly rules: readonly ActiveRule[];
  readonly correlations: readonly ActiveCorrelation[];
}

/** What a correlation is made of, of all that is on. They must have been checked: none leads back to itself. */
export function correlationParts(
  correlation: ActiveCorrelation,
  { rules, correlations }: Pick<ActiveRules, 'rules' | 'correlations'>,
): CorrelationParts {
  const under = ({ document }: ActiveCorrelation): ActiveCorrelation[] => {
    const direct = correlations.filter((other) => document.rules.some((name) => isNamed(other.document, name)));
    return [...new Set(direct.flatMap((other) => [other, ...under(other)]))];
  };
  const own = under(correlation);
  const names = [correlation, ...own].flatMap(({ document }) => document.rules);
  return {
    correlation,
    rules: rules.filter(({ document }) => names.some((name) => isNamed(document, name))),
    correlations: own,
  };
}

/** By rule, the names of the fields that correlations over it ask of its events; rules that none is over are missing. */
export function correlatedFields(parts: readonly CorrelationParts[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, Set<string>>();
  for (const { correlation, rules, correlations } of parts) {
    const names = [correlation, ...correlations].flatMap(({ document }) => [
      ...document.groupBy,
      ...document.fields,
      ...[...document.aliases.values()].flatMap((byRule) => [...byRule.values()]),
    ]);
    for (const { id } of rules) fields.set(id, new Set([...(fields.get(id) ?? []), ...names]));
  }
  return new Map([...fields].map(([rule, names]) => [rule, [...names]]));
}
