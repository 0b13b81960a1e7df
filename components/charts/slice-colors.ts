import { SEVERITIES } from '@/lib/events';
import { SEVERITY_LABELS } from './severity-labels';

const SLICES = 6;

/** The colour of each value of a breakdown: severities have their own, others go by rank, the rest is grey. */
export function sliceColors(values: readonly string[], by: string | null): ReadonlyMap<string, string> {
  return new Map(
    values.map((value, index) => {
      const severity = by === 'severity' ? SEVERITIES.find((each) => each === value) : undefined;
      if (severity !== undefined) return [value, SEVERITY_LABELS[severity].color];
      const grey = by === 'severity' || value === 'other' || index >= SLICES;
      return [value, grey ? 'var(--slice-other)' : `var(--slice-${index + 1})`];
    }),
  );
}
