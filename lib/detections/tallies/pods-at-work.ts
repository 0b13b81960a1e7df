import { severityCode } from '@/lib/events';
import type { Tally } from '../tally';

export const PODS_BUCKET_SECONDS = 3600;
/** What errors, and flows that were refused, are counted under. */
export const NOTABLE = 'notable';

/** What pods write. Key: namespace, pod, `NOTABLE` or empty. */
export const LINES_OF_PODS: Tally = {
  name: 'lines-of-pods',
  version: 1,
  types: ['application'],
  where: [],
  by: [
    { field: 'namespace', optional: true },
    { field: 'pod' },
    {
      field: 'severity',
      as: (severity) => (Number(severity) >= severityCode('error') ? NOTABLE : ''),
      optional: true,
    },
  ],
  bucketSeconds: PODS_BUCKET_SECONDS,
};

/** How logs call what was not let, in lower case. */
export const REFUSED_VERDICTS: ReadonlySet<string> = new Set([
  'dropped',
  'drop',
  'deny',
  'denied',
  'reject',
  'rejected',
  'block',
]);

/** Flows that pods began. Key: namespace, pod, `NOTABLE` or empty. */
export const FLOWS_OF_PODS: Tally = {
  name: 'flows-of-pods',
  version: 1,
  types: ['network'],
  where: [],
  by: [
    { field: 'src_namespace', optional: true },
    { field: 'src_pod' },
    {
      field: 'verdict',
      as: (verdict) => (REFUSED_VERDICTS.has(String(verdict).toLowerCase()) ? NOTABLE : ''),
      optional: true,
    },
  ],
  bucketSeconds: PODS_BUCKET_SECONDS,
};
