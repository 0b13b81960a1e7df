import type { Moments } from './range-moves';

/** What a range is compared with: all other times, or a time as long right before it. */
export const BASELINES = ['rest', 'before'] as const;
export type Baseline = (typeof BASELINES)[number];

export const BASELINE_TITLES: Readonly<Record<Baseline, string>> = {
  rest: 'all other times',
  before: 'the time before',
};

export function isBaseline(text: string | null): text is Baseline {
  return BASELINES.some((each) => each === text);
}

/** The range of a baseline as the interface takes it; nothing for the rest. */
export function baselineRange(baseline: Baseline, range: Moments): { baselineFrom?: string; baselineTo?: string } {
  if (baseline === 'rest') return {};
  const from = range.from - (range.to - range.from);
  return { baselineFrom: new Date(from).toISOString(), baselineTo: new Date(range.from).toISOString() };
}
