import { FINDING_LEVELS, type FindingAnswer, type FindingLevel } from '@/lib/interface';
import type { Moments } from './range-moves';

/** Findings of a lane that begin so close to each other that one mark stands for them. */
export interface FindingMark {
  /** The worst first. */
  readonly findings: readonly FindingAnswer[];
  readonly level: FindingLevel;
  /** Where it stands, 0 to 1 of the width. */
  readonly at: number;
  /** The stretch of time of its findings, 0 to 1 of the width. */
  readonly from: number;
  readonly to: number;
}

interface Placed {
  readonly finding: FindingAnswer;
  readonly from: number;
  readonly to: number;
}

/**
 * The marks of a lane, in order of time. A finding stands where it begins, or at the edge where it began before; those less
 * than `gap` (a share of the width) behind the first of a mark are part of it. Those outside of the range are left out.
 */
export function clusterFindings(findings: readonly FindingAnswer[], range: Moments, gap: number): FindingMark[] {
  const marks: Placed[][] = [];
  for (const placed of placedIn(findings, range)) {
    const first = marks.at(-1)?.[0];
    if (first !== undefined && placed.from - first.from < gap) marks.at(-1)?.push(placed);
    else marks.push([placed]);
  }
  return marks.map(markOf);
}

function placedIn(findings: readonly FindingAnswer[], { from, to }: Moments): Placed[] {
  const length = Math.max(1, to - from);
  return findings
    .map((finding) => ({ finding, start: Date.parse(finding.from), end: Date.parse(finding.to) }))
    .filter(({ start, end }) => end > from && start < to)
    .map(({ finding, start, end }) => ({
      finding,
      from: Math.max(0, (start - from) / length),
      to: Math.min(1, (end - from) / length),
    }))
    .sort((one, other) => one.from - other.from);
}

function markOf(placed: readonly Placed[]): FindingMark {
  const findings = placed.map(({ finding }) => finding).sort((one, other) => rankOf(other) - rankOf(one));
  const from = placed[0]?.from ?? 0;
  return {
    findings,
    level: findings[0]?.level ?? 'informational',
    at: from,
    from,
    to: placed.reduce((last, each) => Math.max(last, each.to), from),
  };
}

function rankOf({ level }: FindingAnswer): number {
  return FINDING_LEVELS.indexOf(level);
}
