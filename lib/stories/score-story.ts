import { FINDING_LEVELS, type FindingAnswer, type FindingLevel, type StoryAnswer, type Verdict } from '@/lib/interface';
import type { ToldStep } from './tell-steps';
import { carries } from './told-finding';

/** Each level weighs about three times the one below: a critical finding is worth more than a handful of medium ones. */
const LEVEL_POINTS: Readonly<Record<FindingLevel, number>> = {
  informational: 0,
  low: 2,
  medium: 6,
  high: 18,
  critical: 50,
};
const CONFIDENCE_SHARE = { low: 0.4, medium: 0.7, high: 1 } as const;
const VERDICT_SHARE: Readonly<Record<Verdict, number>> = { benign: 0, open: 1, suspicious: 1.5, evidence: 2 };
/** What the same rule or detector says again counts half each time, so that a flood of one does not outweigh a chain. */
const AGAIN = 0.5;
const TACTIC_POINTS = 10;
const FINDER_POINTS = 4;
const TYPE_POINTS = 8;

/** What makes the score of a story, part by part; the score is their sum. */
export function scoreStory(steps: readonly ToldStep[]): StoryAnswer['scored'] {
  const counted = steps.filter(({ told }) => carries(told));
  const findings = counted.map(({ told }) => told.finding);
  const tactics = new Set(counted.flatMap(({ tactic }) => tactic ?? []));
  const finders = new Set(findings.map(({ detector }) => detector));
  const types = new Set(findings.map(({ type }) => type));
  return [
    ...FINDING_LEVELS.toReversed().map((level) => ({
      what: `${findings.filter((each) => each.level === level).length} ${level}`,
      points: Math.round(pointsOfLevel(findings, level)),
    })),
    { what: `${tactics.size} tactics`, points: more(tactics.size) * TACTIC_POINTS },
    { what: `${finders.size} rules and detectors`, points: more(finders.size) * FINDER_POINTS },
    { what: `${types.size} ${types.size === 1 ? 'log type' : 'log types'}`, points: more(types.size) * TYPE_POINTS },
  ].filter(({ points }) => points > 0);
}

/** The worst level of what counts. */
export function levelOfStory(steps: readonly ToldStep[]): FindingLevel {
  const places = steps
    .filter(({ told }) => carries(told))
    .map(({ told: { finding } }) => FINDING_LEVELS.indexOf(finding.level));
  return FINDING_LEVELS[Math.max(0, ...places)] ?? 'informational';
}

/** What one finding is worth by itself. */
export function pointsOf({ level, confidence, verdict }: FindingAnswer): number {
  return LEVEL_POINTS[level] * CONFIDENCE_SHARE[confidence] * VERDICT_SHARE[verdict];
}

function pointsOfLevel(findings: readonly FindingAnswer[], level: FindingLevel): number {
  const byFinder = new Map<string, number[]>();
  for (const finding of findings) {
    byFinder.set(finding.detector, [...(byFinder.get(finding.detector) ?? []), points(finding, level)]);
  }
  let sum = 0;
  for (const own of byFinder.values()) {
    for (const [place, each] of own
      .filter((value) => value > 0)
      .toSorted((a, b) => b - a)
      .entries()) {
      sum += each * AGAIN ** place;
    }
  }
  return sum;
}

function points(finding: FindingAnswer, level: FindingLevel): number {
  return finding.level === level ? pointsOf(finding) : 0;
}

/** Beyond the first. */
function more(count: number): number {
  return Math.max(0, count - 1);
}
