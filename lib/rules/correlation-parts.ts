import { type CorrelationRule, isNamed } from '@/lib/sigma';
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

/** The correlation itself, and those that it is over. */
export function correlationsIn({ correlation, correlations }: CorrelationParts): readonly CorrelationRule[] {
  return [...correlations, correlation].map(({ document }) => document);
}

/** By rule, the names of the fields that correlations over it ask of its events; rules that none is over are missing. */
export function correlatedFields(parts: readonly CorrelationParts[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, Set<string>>();
  for (const each of parts) {
    const names = correlationsIn(each).flatMap(({ groupBy, fields: counted, aliases }) => [
      ...groupBy,
      ...counted,
      ...[...aliases.values()].flatMap((byRule) => [...byRule.values()]),
    ]);
    for (const { id } of each.rules) fields.set(id, new Set([...(fields.get(id) ?? []), ...names]));
  }
  return new Map([...fields].map(([rule, names]) => [rule, [...names]]));
}
