import { z } from 'zod';
import { LOG_TYPES } from '@/lib/events';
import { FINDING_LEVELS, type FindingAnswer, VERDICTS, type Verdict } from '@/lib/interface';

/** What is asked of `GET /api/findings`, as it stands in the keys of kept answers; null, empty = open. */
export const findingsAsked = z.object({
  types: z.array(z.enum(LOG_TYPES)).readonly(),
  /** This level and above. */
  level: z.enum(FINDING_LEVELS).nullable(),
  detector: z.string().nullable(),
  /** Of ATT&CK, with its sub-techniques, or of the matrix of Microsoft. */
  technique: z.string().nullable(),
  /** Null = all but benign. */
  verdicts: z.array(z.enum(VERDICTS)).readonly().nullable(),
  contains: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  limit: z.number(),
});
export type FindingsAsked = z.infer<typeof findingsAsked>;

export const ALL_FINDINGS: FindingsAsked = {
  types: [],
  level: null,
  detector: null,
  technique: null,
  verdicts: null,
  contains: '',
  from: null,
  to: null,
  limit: 200,
};

/** The most that one answer may hold. */
export const FINDINGS_MAX = 1000;

/** The verdicts that are let through. */
export function verdictsOf({ verdicts }: FindingsAsked): readonly Verdict[] {
  return verdicts ?? VERDICTS.filter((verdict) => verdict !== 'benign');
}

/** Whether a finding passes all but the verdict; null where only the server can tell. */
export function passes(asked: FindingsAsked, finding: FindingAnswer): boolean | null {
  if (asked.types.length > 0 && !asked.types.includes(finding.type)) return false;
  if (asked.detector !== null && asked.detector !== finding.detector) return false;
  if (asked.level !== null && FINDING_LEVELS.indexOf(finding.level) < FINDING_LEVELS.indexOf(asked.level)) return false;
  return asked.technique === null && asked.contains === '' && asked.from === null && asked.to === null ? true : null;
}
