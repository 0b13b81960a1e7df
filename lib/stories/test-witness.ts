import type { FindingAnswer } from '@/lib/interface';
import type { Witness } from './told-finding';

export const MONDAY = Date.parse('2025-06-02T00:00:00Z');
export const HOUR = 3_600_000;

/** A finding at an hour of a week, ten minutes long. Fixture of tests. */
export function witness(
  id: string,
  hour: number,
  given: Partial<FindingAnswer> = {},
  shared: Readonly<Record<string, string>> = {},
): Witness {
  const from = new Date(MONDAY + hour * HOUR).toISOString();
  const to = new Date(MONDAY + hour * HOUR + HOUR / 6).toISOString();
  return {
    shared,
    finding: {
      ...{ id, detector: `detector-${id}`, detectorTitle: 'Some', type: 'audit', from, to, level: 'high' },
      ...{ confidence: 'high', title: id, reason: '', observed: 1, expected: null, unit: 'count', history: 0 },
      ...{ query: '', events: 1, subject: {}, techniques: ['T1046'], foundAt: '', changedAt: null, verdict: 'open' },
      ...{ note: '', triagedBy: null, triagedAt: null },
      ...given,
    },
  };
}
