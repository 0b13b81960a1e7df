import type { Confidence } from '@/lib/interface';
import type { Spike } from './statistics/spikes';

const DAYS_HIGH = 5;
const SCORE_HIGH = 10;

/** What is usual at the time of a spike, in words. */
export function usualOf({ expected, low, high, days }: Spike): string {
  const range = `usual is ${Math.round(expected)} (${Math.round(low)}–${Math.round(high)}`;
  return days === 0 ? `${range} in the day before)` : `${range} at this time of ${days} days before)`;
}

/** By how much history there is, and how far out it is. */
export function confidenceOf({ days, score }: Spike): Confidence {
  if (days === 0) return score >= SCORE_HIGH ? 'medium' : 'low';
  return days >= DAYS_HIGH && score >= SCORE_HIGH ? 'high' : 'medium';
}
