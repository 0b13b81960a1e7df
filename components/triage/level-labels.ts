import type { Confidence, FindingLevel } from '@/lib/interface';

/** A level as a colour; its word and its shape always stand with it. */
export const LEVEL_COLORS: Readonly<Record<FindingLevel, string>> = {
  informational: 'var(--severity-debug)',
  low: 'var(--severity-info)',
  medium: 'var(--severity-warning)',
  high: 'var(--severity-error)',
  critical: 'var(--severity-critical)',
};

/** The words of levels, short enough for a column. */
export const LEVEL_WORDS: Readonly<Record<FindingLevel, string>> = {
  informational: 'info',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'critical',
};

/** How sure it is, in a word that no level has. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = { low: 'unsure', medium: 'likely', high: 'sure' };
