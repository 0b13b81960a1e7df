import { techniqueOf } from '@/lib/attack';
import type { Actor, FindingAnswer } from '@/lib/interface';
import { actorsOf, isPlace, keyOf, type Values } from './actor-fields';

/** A finding, and what all of its events have in common beside its subject (`SHARED_FIELDS`). */
export interface Witness {
  readonly finding: FindingAnswer;
  readonly shared: Values;
}

/** An actor with what is asked of it again and again. */
export interface TellingActor {
  readonly actor: Actor;
  /** The same for the same actor. */
  readonly key: string;
  readonly isPlace: boolean;
}

/** A finding as stories are made of it. Milliseconds since 1970. */
export interface ToldFinding {
  readonly finding: FindingAnswer;
  readonly from: number;
  readonly to: number;
  readonly actors: readonly TellingActor[];
  /** Names of tactics that its first technique serves, the main one first; none for a fault. */
  readonly tactics: readonly string[];
}

/** What a finding says to stories. */
export function toldFinding({ finding, shared }: Witness): ToldFinding {
  const { type, subject, techniques } = finding;
  return {
    finding,
    from: Date.parse(finding.from),
    to: Date.parse(finding.to),
    actors: actorsOf(type, { ...shared, ...subject }).map(tellingActor),
    tactics: tacticsOf(techniques),
  };
}

function tellingActor(actor: Actor): TellingActor {
  return { actor, key: keyOf(actor), isPlace: isPlace(actor) };
}

/** Whether it can begin or carry a story, if it is no habit: a fault, and what was judged harmless, only stand in one. */
export function carries({ finding, tactics }: ToldFinding): boolean {
  return tactics.length > 0 && finding.verdict !== 'benign';
}

/** In the order of time, then of the attack; findings of a moment in the order of their ids. */
export function inOrder(one: ToldFinding, other: ToldFinding): number {
  return one.from - other.from || compare(one.finding.id, other.finding.id);
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What a rule or a detector names first is what it looks for; the others say how else it can be seen. */
function tacticsOf(techniques: readonly string[]): string[] {
  const main = techniques.map(techniqueOf).find((technique) => technique !== null);
  return main?.tactics.map(({ name }) => name) ?? [];
}
