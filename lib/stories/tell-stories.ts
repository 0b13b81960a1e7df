import type { Actor, StoryAnswer, StoryDetail } from '@/lib/interface';
import { levelOfStory, scoreStory } from './score-story';
import { tellSteps } from './tell-steps';
import { partFindings, type TiedFindings, tieFindings } from './tie-findings';
import { compare, type TellingActor, type ToldFinding, toldFinding, type Witness } from './told-finding';
import { reasonOf, titleOf } from './words-of-story';

const HOUR = 3_600_000;

/** A story with its steps; the query for its actors is made where it is asked for (`queryOfActors`). */
export type Story = StoryAnswer & Pick<StoryDetail, 'steps'>;

/** The stories, worst first, and how many findings are in none. */
export interface Told {
  readonly stories: readonly Story[];
  readonly alone: number;
}

/**
 * Makes stories of findings: those that the same actors have a part in, soon after one another, where at least two rules or
 * detectors found them and they serve at least two tactics. Each finding is in one story at most. A fault, a habit, and what was
 * judged benign tie nothing, but stand in the story during which they happened to one of its actors.
 */
export function tellStories(witnesses: readonly Witness[]): Told {
  const { carrying, others } = partFindings(witnesses.map(toldFinding));
  const chains = tieFindings(carrying).filter(isStory);
  const joined = joinOthers(chains, others);
  const stories = chains.map((chain) => storyOf(chain, joined.get(chain) ?? []));
  const inStories = stories.reduce((sum, { findings }) => sum + findings, 0);
  return { stories: stories.toSorted(worstFirst), alone: witnesses.length - inStories };
}

function isStory({ findings }: TiedFindings): boolean {
  const finders = new Set(findings.map(({ finding }) => finding.detector));
  const tactics = new Set(tellSteps(findings).map(({ tactic }) => tactic));
  return finders.size > 1 && tactics.size > 1;
}

/** What cannot carry a story, by the one that it happened in: to somebody who ties it, while it went on or just after. */
function joinOthers(chains: readonly TiedFindings[], others: readonly ToldFinding[]): Map<TiedFindings, ToldFinding[]> {
  const byActor = new Map<string, TiedFindings[]>();
  for (const chain of chains) for (const key of chain.ties) byActor.set(key, [...(byActor.get(key) ?? []), chain]);
  const joined = new Map<TiedFindings, ToldFinding[]>();
  for (const other of others) {
    const chain = other.actors
      .filter(({ isPlace }) => !isPlace)
      .flatMap(({ key }) => byActor.get(key) ?? [])
      .find((each) => goesOn(each, other));
    if (chain !== undefined) joined.set(chain, [...(joined.get(chain) ?? []), other]);
  }
  return joined;
}

function goesOn({ findings }: TiedFindings, { from, to }: ToldFinding): boolean {
  const [begins, ends] = spanOf(findings);
  return from <= ends + HOUR && to >= begins;
}

function storyOf(chain: TiedFindings, others: readonly ToldFinding[]): Story {
  const steps = tellSteps([...chain.findings, ...others]);
  const actors = actorsByShare(chain);
  const findings = steps.map(({ told }) => told.finding);
  const [from, to] = spanOf(steps.map(({ told }) => told));
  const scored = scoreStory(steps);
  const tactics = [...new Set(steps.flatMap(({ tactic }) => tactic ?? []))];
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return {
    // What carries it stays in it; what only stands in it may leave with a verdict.
    id: chain.findings[0]?.finding.id ?? '',
    title: titleOf(steps, actors),
    reason: reasonOf(findings, tactics.length, actors),
    level: levelOfStory(steps),
    score: scored.reduce((sum, { points }) => sum + points, 0),
    scored,
    ...range,
    actors,
    tactics,
    techniques: [...new Set(findings.flatMap(({ techniques }) => techniques))],
    types: [...new Set(findings.map(({ type }) => type))],
    findings: findings.length,
    judged: findings.filter(({ verdict }) => verdict !== 'open').length,
    steps: steps.map(({ told, tactic }) => ({
      ...{ finding: told.finding, tactic },
      through: told.actors.filter(({ key }) => chain.ties.has(key)).map(({ actor }) => actor),
    })),
  };
}

/** Who ties it: those who act by themselves first, places last, then those with the most findings. */
function actorsByShare({ findings, ties }: TiedFindings): Actor[] {
  const counts = new Map<string, { told: TellingActor; count: number }>();
  for (const told of findings.flatMap(({ actors }) => actors)) {
    if (ties.has(told.key)) counts.set(told.key, { told, count: (counts.get(told.key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .toSorted(
      (one, other) =>
        rankOf(one.told) - rankOf(other.told) || other.count - one.count || compare(one.told.key, other.told.key),
    )
    .map(({ told }) => told.actor);
}

function rankOf({ actor: { kind }, isPlace }: TellingActor): number {
  if (kind === 'user' || kind === 'service-account') return 0;
  return isPlace ? 2 : 1;
}

function spanOf(findings: readonly ToldFinding[]): [from: number, to: number] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const each of findings) {
    from = Math.min(from, each.from);
    to = Math.max(to, each.to);
  }
  return [from, to];
}

function worstFirst(one: Story, other: Story): number {
  return other.score - one.score || compare(other.from, one.from) || compare(one.id, other.id);
}
