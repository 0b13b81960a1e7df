import type { z } from 'zod';
import type { TimelineAnswer, timelineParameters } from '@/lib/interface';
import { type Grid, gridFor, withRoom } from '@/lib/query';
import { answerAbout, type Question } from './answer-about';
import { type Breakdown, breakdownBy } from './breakdown';
import type { BucketCount, Matching, Split } from './matching';

type Parameters = z.output<typeof timelineParameters>;
type Bucket = TimelineAnswer['buckets'][number];

/** How many values get a colour of their own; the rest, and events without a value, are counted as `other`. */
const VALUES_MAX = 8;
const OTHER = 'other';

/** Counts on a grid of nice intervals over the range asked for, or over the times of the matching events. Exact. */
export async function readTimeline(parameters: Parameters, signal?: AbortSignal): Promise<TimelineAnswer> {
  const by = parameters.by === undefined || parameters.by === '' ? null : breakdownBy('by', parameters.by);
  return answerAbout(
    parameters,
    async (question) => {
      const { from, to, untimed } = await readExtent(question, parameters.buckets);
      if (from === null || to === null || to < from) return { interval: 0, from: null, to: null, untimed, buckets: [] };
      const grid = gridFor(from, to, parameters.buckets);
      const split = by === null ? null : await splitBy(question.matching, by);
      const buckets = fillBuckets(grid, await question.matching.buckets(grid, split), by);
      return { interval: grid.interval, from: iso(grid.start), to: iso(endOf(grid)), untimed, buckets };
    },
    signal,
  );
}

interface Extent {
  /** First and last time, both inclusive, in milliseconds; null when no event has a time. */
  readonly from: number | null;
  readonly to: number | null;
  readonly untimed: number;
}

async function readExtent({ matching, scope }: Question, buckets: number): Promise<Extent> {
  const fixed = { from: scope.from?.getTime() ?? null, to: scope.to === null ? null : scope.to.getTime() - 1 };
  if (fixed.from !== null && fixed.to !== null) return { ...fixed, untimed: 0 };
  const { first, last, untimed } = await matching.extent();
  const [from, to] = [first, last].map((micros) => (micros === null ? null : Math.floor(micros / 1000)));
  const found = from == null || to == null ? { from: from ?? null, to: to ?? null } : withRoom(from, to, buckets);
  return { from: fixed.from ?? found.from, to: fixed.to ?? found.to, untimed };
}

async function splitBy(matching: Matching, by: Breakdown): Promise<Split> {
  const [facet] = await matching.facets([{ ...by, value: (text) => text }], VALUES_MAX);
  return { by, values: (facet?.values ?? []).map(({ value }) => String(value)) };
}

function fillBuckets(grid: Grid, counts: readonly BucketCount[], by: Breakdown | null): Bucket[] {
  const buckets: Bucket[] = Array.from({ length: grid.count }, (_, index) => ({
    time: iso(grid.start + index * grid.interval),
    total: 0,
    by: Object.create(null),
  }));
  for (const { bucket: place, value, count } of counts) {
    const bucket = buckets[place];
    if (bucket === undefined) continue;
    bucket.total += count;
    if (by === null) continue;
    const name = value === null ? OTHER : String(by.value(value));
    bucket.by[name] = (bucket.by[name] ?? 0) + count;
  }
  return buckets;
}

function endOf(grid: Grid): number {
  return grid.start + grid.count * grid.interval;
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
