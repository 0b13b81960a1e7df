import { BadRequest } from '@/lib/errors';
import type { HuntAnswer } from '@/lib/interface';
import { rangeOf } from '../selection';

/** ISO times, the end exclusive; left out = open. */
export interface HuntRange {
  readonly from?: string;
  readonly to?: string;
}

/** Around a pinned event or a finding, so that it does not stand on the edge. */
const ROOM_MS = 60_000;

/**
 * What a hunt is about in time: from the first to the last of the ranges of its queries, its pinned events and its findings.
 * Queries that are open at an end say nothing about it; where nothing else does, it is open. Relative times count from `now`.
 */
export function huntRange(hunt: HuntAnswer, now: Date): HuntRange {
  const starts: number[] = [];
  const ends: number[] = [];
  const around = (from: string | null, to: string | null) => {
    starts.push(Date.parse(from ?? '') - ROOM_MS);
    ends.push(Date.parse(to ?? '') + ROOM_MS);
  };
  for (const { time } of hunt.evidence) around(time, time);
  for (const step of hunt.steps) {
    if (step.kind === 'findings') for (const { from, to } of step.findings) around(from, to);
    if (step.kind !== 'query') continue;
    const { from, to } = rangeOrOpen(step.selection, now);
    starts.push(from?.getTime() ?? Number.NaN);
    ends.push(to?.getTime() ?? Number.NaN);
  }
  const from = starts
    .filter(Number.isFinite)
    .reduce<number | null>((first, each) => Math.min(first ?? each, each), null);
  const to = ends.filter(Number.isFinite).reduce<number | null>((last, each) => Math.max(last ?? each, each), null);
  return { ...(from === null ? {} : { from: isoOf(from) }), ...(to === null ? {} : { to: isoOf(to) }) };
}

/** A range that cannot be understood is told at its step; for the picture it is open. */
function rangeOrOpen({ from, to }: { from: string | null; to: string | null }, now: Date) {
  try {
    return rangeOf({ from: from ?? undefined, to: to ?? undefined }, now);
  } catch (error) {
    if (error instanceof BadRequest) return { from: null, to: null };
    throw error;
  }
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
