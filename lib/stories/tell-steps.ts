import { TACTICS } from '@/lib/attack';
import { compare, type ToldFinding } from './told-finding';

const PLACES: ReadonlyMap<string, number> = new Map(TACTICS.map(({ name }, place) => [name, place]));

/** A finding under the tactic that it is told under; null for a fault. */
export interface ToldStep {
  readonly told: ToldFinding;
  readonly tactic: string | null;
}

/** The place of a tactic in the order of an attack; a fault stands behind all. */
export function tacticPlace(tactic: string | null): number {
  return tactic === null ? TACTICS.length : (PLACES.get(tactic) ?? TACTICS.length);
}

/**
 * Findings in the order of time, then of tactics. A finding whose technique serves several tactics is told under the one that
 * comes next in an attack after the step before it, or the first of its own where the attack is past them all.
 */
export function tellSteps(findings: readonly ToldFinding[]): ToldStep[] {
  let reached = 0;
  const steps = findings
    .toSorted((one, other) => one.from - other.from || firstPlace(one) - firstPlace(other) || byId(one, other))
    .map((told): ToldStep => {
      const own = told.tactics.toSorted((one, other) => tacticPlace(one) - tacticPlace(other));
      const tactic = own.find((name) => tacticPlace(name) >= reached) ?? own[0] ?? null;
      if (tactic !== null) reached = tacticPlace(tactic);
      return { told, tactic };
    });
  return steps.toSorted(
    (one, other) =>
      one.told.from - other.told.from ||
      tacticPlace(one.tactic) - tacticPlace(other.tactic) ||
      byId(one.told, other.told),
  );
}

function firstPlace({ tactics }: ToldFinding): number {
  return Math.min(TACTICS.length, ...tactics.map(tacticPlace));
}

function byId(one: ToldFinding, other: ToldFinding): number {
  return compare(one.finding.id, other.finding.id);
}
