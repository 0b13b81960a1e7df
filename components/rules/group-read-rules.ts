import type { ReadRule } from '@/lib/interface';

/** Rules that were handed in and of which the same is to be said. */
export interface ReadGroup {
  readonly title: string;
  /** Refused ones were stored, too, and cannot be turned on. */
  readonly refused: boolean;
  readonly rules: readonly ReadRule[];
}

const OUTCOMES = ['added', 'changed', 'unchanged'] as const;

/** What became of rules that were handed in: those that can be run by their outcome, the others by their first reason. */
export function groupReadRules(rules: readonly ReadRule[]): readonly ReadGroup[] {
  const runnable = OUTCOMES.map((outcome) => ({
    title: outcome,
    refused: false,
    rules: rules.filter((rule) => rule.refusals.length === 0 && rule.outcome === outcome),
  }));
  const byReason = new Map<string, ReadRule[]>();
  for (const rule of rules) {
    const [first] = rule.refusals;
    if (first === undefined) continue;
    const reason = first.about === '' ? first.kind : `${first.kind}: ${first.about}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  }
  const refused = [...byReason]
    .map(([title, members]) => ({ title, refused: true, rules: members }))
    .sort((left, right) => right.rules.length - left.rules.length);
  return [...runnable, ...refused].filter((group) => group.rules.length > 0);
}
