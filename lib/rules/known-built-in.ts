import { parseQuery } from '@/lib/query';
import { correlationOf, headOf, logSourceOf } from './built-in-documents';
import type { BuiltInCorrelation, BuiltInRule } from './built-in-rule';
import type { KnownRule, RuleFacts } from './known-rule';
import { tacticsOf } from './sigma-tags';

const MADE = new WeakMap<BuiltInRule | BuiltInCorrelation, KnownRule>();

/** A built-in rule among all others. */
export function knownBuiltIn(rule: BuiltInRule | BuiltInCorrelation): KnownRule {
  const made = MADE.get(rule) ?? make(rule);
  MADE.set(rule, made);
  return made;
}

function make(rule: BuiltInRule | BuiltInCorrelation): KnownRule {
  const { name, kind, types, by, needs } = rule;
  return {
    ...{ id: name, origin: 'built-in', kind, types, by, document: null, refusals: [] },
    facts: factsOf(rule),
    needs: needs ?? null,
    run:
      rule.kind === 'rule'
        ? { query: parseQuery(rule.q), text: rule.q, logSource: logSourceOf(rule), document: { head: headOf(rule) } }
        : null,
    correlation: rule.kind === 'correlation' ? correlationOf(rule) : null,
    raises: rule.kind === 'correlation' || rule.silent !== true,
    refersTo: rule.kind === 'correlation' ? rule.rules : [],
  };
}

function factsOf(rule: BuiltInRule | BuiltInCorrelation): RuleFacts {
  const { title, about, level, confidence, techniques, matrix, falsePositives, next } = rule;
  return {
    ...{ title, about, level, confidence, techniques, matrix, next },
    ...{ status: null, author: null, license: null, references: [], tags: [] },
    tactics: tacticsOf(techniques),
    falsePositives: [falsePositives],
  };
}
