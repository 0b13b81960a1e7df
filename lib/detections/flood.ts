import { CONFIDENCES, FINDING_LEVELS } from '@/lib/interface';
import type { Finding } from './finding';

/** From so many findings of one detector on, what it calls unusual is usual here. */
const FLOOD = 100;

/** What a finding is ranked by. */
type Ranked = Pick<Finding, 'level' | 'confidence' | 'from' | 'key'>;

/**
 * What is kept of the findings of one detector. Where they are a flood, the worst and latest are kept, each says that there were more,
 * and none is sure: so many exceptions are a habit that the detector does not know. Of findings that are as bad, one about each
 * subject comes before the second about any: who is seldom met must not go under in the habits of another.
 */
export function withoutFlood(findings: readonly Finding[]): readonly Finding[] {
  return madeWithoutFlood(findings, (finding) => finding);
}

/** The same of findings that are still to be made: of a flood, only those that are kept are. */
export function madeWithoutFlood<Seed extends Ranked>(
  seeds: readonly Seed[],
  make: (seed: Seed) => Finding,
): readonly Finding[] {
  if (seeds.length <= FLOOD) return seeds.map(make);
  const note = `One of ${seeds.length.toLocaleString('en-US')} such findings, of which the worst ${FLOOD} are shown: here this may be usual.`;
  return worstFirst(seeds).map((seed) => {
    const finding = make(seed);
    return { ...finding, confidence: 'low', reason: `${finding.reason} ${note}` };
  });
}

function worstFirst<Seed extends Ranked>(seeds: readonly Seed[]): Seed[] {
  const turns = new Map<string, number>();
  const latestFirst = [...seeds].sort((one, other) => other.from - one.from);
  const ranked = latestFirst.map((seed) => {
    const name = JSON.stringify(seed.key);
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return { seed, turn };
  });
  ranked.sort((one, other) => badness(other.seed) - badness(one.seed) || one.turn - other.turn);
  return ranked.slice(0, FLOOD).map(({ seed }) => seed);
}

function badness({ level, confidence }: Ranked): number {
  return FINDING_LEVELS.indexOf(level) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
}
