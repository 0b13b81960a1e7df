import { SEVERITIES } from '@/lib/events';

const SLICES = 6;

/** The colour of each value of a breakdown: severities have their own, others go by rank, the rest is grey. */
export function sliceColors(values: readonly string[], by: string | null): ReadonlyMap<string, string> {
  return new Map(
    values.map((value, index) => {
      const severity = by === 'severity' ? SEVERITIES.find((each) => each === value) : undefined;
      if (severity !== undefined) return [value, `var(--severity-${severity})`];
      const grey = by === 'severity' || value === 'other' || index >= SLICES;
      return [value, grey ? 'var(--slice-other)' : `var(--slice-${index + 1})`];
    }),
  );
}
