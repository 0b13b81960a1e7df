import { type CorrelationRule, checkCorrelations, type FilterRule, isNamed, raisesByItself } from '@/lib/sigma';
import { BUILT_IN_RULES } from './built-in-rules';
import { knownBuiltIn } from './known-built-in';
import { knownCorrelation, knownDetection, knownFilter, type NamedRule, type OwnRule, unreadable } from './known-own';
import type { KnownRule } from './known-rule';

/** All rules, each judged among the others: filters narrow rules, correlations need theirs. */
export class RuleBook {
  private readonly byId: ReadonlyMap<string, KnownRule>;

  /** `own` are those that people brought, `on` the ids of those that are on: only filters that are on narrow anything. */
  constructor(own: readonly OwnRule[], on: ReadonlySet<string>) {
    const all = [...BUILT_IN_RULES.map(knownBuiltIn), ...judged(own, on)];
    this.byId = new Map(all.map((rule) => [rule.id, rule]));
  }

  get rules(): readonly KnownRule[] {
    return [...this.byId.values()];
  }

  rule(id: string): KnownRule | null {
    return this.byId.get(id) ?? null;
  }

  /** Correlations over a rule and filters that narrow it. */
  over(id: string): readonly KnownRule[] {
    return this.rules.filter(({ refersTo }) => refersTo.includes(id));
  }

  /** The rules over events that a correlation needs, through correlations in between. */
  partsOf(correlation: KnownRule): readonly KnownRule[] {
    const found = new Map<string, KnownRule>();
    const visit = ({ refersTo }: KnownRule) => {
      for (const id of refersTo) {
        const part = this.byId.get(id);
        if (part === undefined || found.has(id)) continue;
        found.set(id, part);
        if (part.kind === 'correlation') visit(part);
      }
    };
    visit(correlation);
    return [...found.values()];
  }
}

function judged(own: readonly OwnRule[], on: ReadonlySet<string>): KnownRule[] {
  const filters = own.flatMap(({ id, document }) => (document?.kind === 'filter' && on.has(id) ? [document] : []));
  const named: NamedRule[] = own.flatMap(({ id, document }) => (document?.kind === 'rule' ? [{ id, document }] : []));
  const simple = own.flatMap((rule) => simpleRule(rule, filters, named) ?? []);
  const correlations = judgedCorrelations(own, simple);
  const active = correlations.flatMap(({ id, correlation }) =>
    correlation !== null && on.has(id) ? [correlation] : [],
  );
  return [...simple, ...correlations].map((rule) => withRaises(rule, active));
}

/** Null for a correlation, which needs the others. */
function simpleRule(rule: OwnRule, filters: readonly FilterRule[], named: readonly NamedRule[]): KnownRule | null {
  const { id, document } = rule;
  if (document === null) return unreadable(rule);
  if (document.kind === 'rule') return knownDetection(id, document, filters);
  return document.kind === 'filter' ? knownFilter(id, document, named) : null;
}

function judgedCorrelations(own: readonly OwnRule[], simple: readonly KnownRule[]): KnownRule[] {
  const stored = own.flatMap(({ id, document }) => (document?.kind === 'correlation' ? [{ id, document }] : []));
  const able = simple.flatMap(({ document, run }) => (document?.kind === 'rule' && run !== null ? [document] : []));
  const checked = checkCorrelations(
    stored.map(({ document }) => document),
    able,
  );
  const refusals = new Map(checked.refused.map((each) => [each.rule, each.refusals]));
  const known = stored.map(({ id, document }) => knownCorrelation(id, document, simple, refusals.get(document) ?? []));
  return known.map((rule) => withParts(rule, known));
}

/** A correlation over correlations has their types. */
function withParts(rule: KnownRule, all: readonly KnownRule[]): KnownRule {
  const names = rule.correlation?.rules ?? [];
  const parts = all.filter(({ document }) => document !== null && names.some((name) => isNamed(document, name)));
  return {
    ...rule,
    types: [...new Set([...rule.types, ...parts.flatMap(({ types }) => types)])],
    refersTo: [...rule.refersTo, ...parts.map(({ id }) => id)],
  };
}

function withRaises(rule: KnownRule, correlations: readonly CorrelationRule[]): KnownRule {
  if (rule.document === null || rule.document.kind === 'filter') return rule;
  return { ...rule, raises: raisesByItself(rule.document, correlations) };
}
