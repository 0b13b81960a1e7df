import { type Confidence, FINDING_LEVELS, type FindingLevel } from '@/lib/interface';

const DAY_SECONDS = 86_400;
/** Elastic holds what is new against seven to ten days. */
const LONG_DAYS = 5;

/** The worst of several levels; `informational` of none. */
export function worst(levels: Iterable<FindingLevel>): FindingLevel {
  return FINDING_LEVELS[Math.max(0, ...[...levels].map((level) => FINDING_LEVELS.indexOf(level)))] ?? 'informational';
}

/** One level less. */
export function milder(level: FindingLevel): FindingLevel {
  return FINDING_LEVELS[Math.max(0, FINDING_LEVELS.indexOf(level) - 1)] ?? level;
}

/** How sure it is that something is new that was never met in so many seconds. */
export function confidenceOfNew(history: number): Confidence {
  return history >= LONG_DAYS * DAY_SECONDS ? 'high' : 'medium';
}
