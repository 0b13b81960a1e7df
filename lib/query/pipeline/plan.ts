import { gridFor } from '../bucket-width';
import { combine, type Query } from '../node';
import { stageMember } from '../stages';
import type { Pipeline } from './pipeline';
import type { GroupStep, Plan, Step } from './steps';

/** The stretches of time that a timeline without a width has at most. */
const BUCKETS_MAX = 60;

/** The normal form of a pipeline: what evaluators execute. */
export function planOf({ filter, stages }: Pipeline): Plan {
  const filters: Query[] = filter.kind === 'everything' ? [] : [filter];
  const steps: Step[] = [];
  for (const step of stages.flatMap((stage) => stageMember(stage).plan(stage))) {
    // What where says of all events is one more filter; sorting before it makes no difference.
    if (step.kind === 'where' && steps.every(({ kind }) => kind === 'sort')) {
      if (step.query.kind !== 'everything') filters.push(step.query);
    } else steps.push(step);
  }
  return { filter: filters.length === 0 ? filter : combine('and', filters), steps };
}

/** The plan with a width for its timeline, if it lacks one: the finest round one for times from `from` to `to` (milliseconds, inclusive). */
export function withBucketWidth(plan: Plan, from: number | null, to: number | null): Plan {
  if (!needsBucketWidth(plan)) return plan;
  const widthMs = from === null || to === null || to < from ? 1000 : gridFor(from, to, BUCKETS_MAX).interval;
  const steps = plan.steps.map((step) => (isOpenBucket(step) ? { ...step, bucket: { widthMs } } : step));
  return { ...plan, steps };
}

export function needsBucketWidth(plan: Plan): boolean {
  return plan.steps.some(isOpenBucket);
}

/** How long before the range events are looked at, in milliseconds; null when they are not. */
export function baselineOf(plan: Plan): number | null {
  return groupStep(plan)?.unseenForMs ?? null;
}

/** The first step that makes groups of events; null when the rows stay events. */
export function groupStep(plan: Plan): GroupStep | null {
  return plan.steps.find((step) => step.kind === 'group') ?? null;
}

function isOpenBucket(step: Step): step is GroupStep {
  return step.kind === 'group' && step.bucket !== null && step.bucket.widthMs === null;
}
