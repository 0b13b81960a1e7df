import type { ActiveRule } from './active-rule';
import { findingsOfHits } from './findings-of-hits';
import type { RuleHit } from './rule-hit';

/** How many subjects a trial names. */
const SUBJECTS_MAX = 100;

/** What a rule would make of its hits. */
export interface TriedHits {
  readonly findings: number;
  /** What these would be about, the most events first. */
  readonly subjects: readonly { readonly values: string[]; readonly events: number }[];
}

/** The findings that hits would be if the rule raised them, and what they would be about. */
export function triedHits(rule: ActiveRule, hits: readonly RuleHit[]): TriedHits {
  const subjects = new Map<string, { values: string[]; events: number }>();
  for (const { key, events } of hits) {
    const values = (key ?? []).map((value) => value ?? '');
    const name = JSON.stringify(values);
    const subject = subjects.get(name) ?? { values, events: 0 };
    subject.events += events;
    subjects.set(name, subject);
  }
  const sorted = [...subjects.values()].sort((one, other) => other.events - one.events);
  return { findings: findingsOfHits({ ...rule, raises: true }, hits).length, subjects: sorted.slice(0, SUBJECTS_MAX) };
}
