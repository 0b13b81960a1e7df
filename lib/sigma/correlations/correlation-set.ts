import { mappingOf } from '../field-mapping';
import { isNamed } from '../filters-for';
import { logSourceFor } from '../log-sources';
import { type Refusal, Refused } from '../refusal';
import type { CorrelationRule, DetectionRule } from '../rule';
import { CorrelationEvaluator } from './correlation-evaluator';
import type { CorrelationEvent, CorrelationMatch } from './correlation-event';

/** Thresholds beyond it would have to remember more than they are worth. */
const THRESHOLD_MAX = 100_000;

/** A correlation that came true. */
export interface FoundCorrelation extends CorrelationMatch {
  readonly rule: CorrelationRule;
}

/** Correlations that can be run with the rules at hand, and those that cannot. */
export interface CheckedCorrelations {
  readonly correlations: readonly CorrelationRule[];
  readonly refused: readonly { readonly rule: CorrelationRule; readonly refusals: readonly Refusal[] }[];
}

/** Sorts correlations out whose rules are missing, cannot be run, or lead back to themselves. `rules` are those that can. */
export function checkCorrelations(
  correlations: readonly CorrelationRule[],
  rules: readonly DetectionRule[],
): CheckedCorrelations {
  const reasons = new Map<CorrelationRule, readonly Refusal[]>();
  for (const rule of correlations) {
    const own = [...ownReasons(rule, correlations), ...fieldReasons(rule, rules)];
    if (own.length > 0) reasons.set(rule, own);
  }
  // A correlation over one that is refused is refused as well.
  for (let before = -1; before < reasons.size; ) {
    before = reasons.size;
    const usable = [...rules, ...correlations.filter((rule) => !reasons.has(rule))];
    for (const rule of correlations.filter((other) => !reasons.has(other))) {
      const missing = rule.rules.filter((name) => !usable.some((other) => isNamed(other, name)));
      if (missing.length > 0) reasons.set(rule, missing.map(missingReason));
    }
  }
  return {
    correlations: correlations.filter((rule) => !reasons.has(rule)),
    refused: [...reasons].map(([rule, refusals]) => ({ rule, refusals })),
  };
}

function ownReasons(rule: CorrelationRule, all: readonly CorrelationRule[]): Refusal[] {
  const reasons: Refused[] = [];
  const counts = rule.type.endsWith('_count');
  if (counts && rule.bounds.some(({ value }) => value > THRESHOLD_MAX))
    reasons.push(new Refused('size', rule.type, `a count of more than ${THRESHOLD_MAX} is not kept`));
  if (counts && rule.bounds.some(({ value }) => value < 0))
    reasons.push(new Refused('value', rule.type, 'a count is never below zero'));
  if (leadsTo(rule, rule, all, new Set()))
    reasons.push(new Refused('reference', rule.head.title, 'the correlation refers to itself'));
  return reasons.map(({ refusal }) => refusal);
}

/** Fields that no event of a rule has: the correlation could never come true. */
function fieldReasons(correlation: CorrelationRule, rules: readonly DetectionRule[]): Refusal[] {
  return correlation.rules.flatMap((name) => {
    const rule = rules.find((other) => isNamed(other, name));
    const source = rule === undefined ? null : logSourceFor(rule.logSource);
    if (source === null) return [];
    const named = [...correlation.groupBy, ...correlation.fields];
    return named.flatMap((field) => {
      try {
        mappingOf(source).targetsOf(correlation.aliases.get(field)?.get(name) ?? field);
        return [];
      } catch (error) {
        if (error instanceof Refused) return [error.refusal];
        throw error;
      }
    });
  });
}

function missingReason(name: string): Refusal {
  return new Refused('reference', name, `the rule "${name}" is not there, or cannot be run`).refusal;
}

function leadsTo(
  from: CorrelationRule,
  to: CorrelationRule,
  all: readonly CorrelationRule[],
  seen: Set<CorrelationRule>,
): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const next = all.filter((other) => from.rules.some((name) => isNamed(other, name)));
  return next.includes(to) || next.some((other) => leadsTo(other, to, all, seen));
}

/**
 * Whether a rule raises findings by itself: not where a correlation refers to it that does not say `generate: true`
 * (Sigma correlation rules specification, Generate).
 */
export function raisesByItself(
  rule: DetectionRule | CorrelationRule,
  correlations: readonly CorrelationRule[],
): boolean {
  const over = correlations.filter(({ rules }) => rules.some((name) => isNamed(rule, name)));
  return over.every(({ generate }) => generate);
}

/** All correlations at once, those over other correlations among them. `correlations` must have been checked. */
export class CorrelationSet {
  private constructor(private readonly evaluators: readonly CorrelationEvaluator[]) {}

  static of(correlations: readonly CorrelationRule[]): CorrelationSet {
    return new CorrelationSet(correlations.map((rule) => new CorrelationEvaluator(rule)));
  }

  /** Another one that has seen the same events, and goes on by itself. */
  copy(): CorrelationSet {
    return new CorrelationSet(this.evaluators.map((evaluator) => evaluator.copy()));
  }

  /** Adds an event that some of the rules found; events come in the order of their times. */
  add(found: readonly Pick<DetectionRule, 'head'>[], event: Omit<CorrelationEvent, 'rules'>): FoundCorrelation[] {
    return this.hand(found, event, this.evaluators);
  }

  /** Says that no event before a time comes any more. */
  advance(time: number): FoundCorrelation[] {
    return this.evaluators.flatMap((evaluator) =>
      this.withThoseOver(evaluator.advance(time).map((match) => ({ ...match, rule: evaluator.rule }))),
    );
  }

  private hand(
    found: readonly { readonly head: DetectionRule['head'] }[],
    event: Omit<CorrelationEvent, 'rules'>,
    evaluators: readonly CorrelationEvaluator[],
  ): FoundCorrelation[] {
    return evaluators.flatMap((evaluator) => {
      const rules = evaluator.rule.rules.filter((name) => found.some((rule) => isNamed(rule, name)));
      if (rules.length === 0) return [];
      const matches = evaluator.add({ ...placeOf(event), rules, field: (name) => event.field(name) });
      return this.withThoseOver(matches.map((match) => ({ ...match, rule: evaluator.rule })));
    });
  }

  /** What came true is an event for the correlations over it: with the values that it was grouped by, and its last event's others. */
  private withThoseOver(matches: readonly FoundCorrelation[]): FoundCorrelation[] {
    return matches.flatMap((match) => {
      const { rule, group, last, to } = match;
      const field = (name: string) => group[rule.groupBy.indexOf(name)] ?? last.field(name);
      return [match, ...this.hand([rule], { ...placeOf(last), time: to, field }, this.evaluators)];
    });
  }
}

function placeOf({ id, time, type }: Omit<CorrelationEvent, 'rules'>) {
  return { id, time, type };
}
