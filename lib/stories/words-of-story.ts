import type { Actor, FindingAnswer } from '@/lib/interface';
import { isPlace } from './actor-fields';
import { phraseOf } from './phrases';
import { pointsOf } from './score-story';
import { type ToldStep, tacticPlace } from './tell-steps';

/** As many as a person reads at a glance. */
const PHRASES_MAX = 5;
const NAMED_MAX = 3;
const KINDS: Readonly<Record<Actor['kind'], string>> = {
  user: 'user',
  'service-account': 'service account',
  pod: 'pod',
  workload: 'workload',
  node: 'node',
  address: 'address',
  domain: 'domain',
  image: 'image',
};

/** `shop/deployer and 3 others: secrets read, then a container put in, then data sent out`: the worst of it, in order. */
export function titleOf(steps: readonly ToldStep[], actors: readonly Actor[]): string {
  const [first] = actors;
  const who = first === undefined ? 'Somebody' : first.value;
  const others = actors.slice(1).filter((actor) => !isPlace(actor)).length;
  const beside = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  return `${who}${beside}: ${worstPhrases(steps).join(', then ')}`;
}

/** Why findings are one story: what ties them, and how far they go. */
export function reasonOf(findings: readonly FindingAnswer[], tactics: number, actors: readonly Actor[]): string {
  const finders = new Set(findings.map(({ detector }) => detector)).size;
  const types = new Set(findings.map(({ type }) => type)).size;
  const named = actors.slice(0, NAMED_MAX).map(({ kind, value }) => `${KINDS[kind]} ${value}`);
  const more = actors.length - named.length;
  const who = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const lanes = types === 1 ? 'one log type' : `${types} log types`;
  return `${findings.length} findings of ${finders} rules and detectors in ${lanes}, each soon after another about the same: ${who}. Together they serve ${tactics} tactics.`;
}

/** The worst step of each tactic; of these the worst, the later in an attack before others, in the order of the story. */
function worstPhrases(steps: readonly ToldStep[]): string[] {
  const worst = new Map<string, Phrase>();
  for (const [place, { told, tactic }] of steps.entries()) {
    if (tactic === null) continue;
    const points = pointsOf(told.finding);
    if (points > (worst.get(tactic)?.points ?? 0)) {
      worst.set(tactic, { phrase: phraseOf(told.finding.techniques, tactic), tactic, points, place });
    }
  }
  const told = [...worst.values()]
    .toSorted((one, other) => other.points - one.points || tacticPlace(other.tactic) - tacticPlace(one.tactic))
    .slice(0, PHRASES_MAX)
    .toSorted((one, other) => one.place - other.place);
  return [...new Set(told.map(({ phrase }) => phrase))];
}

interface Phrase {
  readonly phrase: string;
  readonly tactic: string;
  readonly points: number;
  /** Of its step. */
  readonly place: number;
}
