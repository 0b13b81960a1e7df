import { z } from 'zod';
import { logTypeSchema, logTypesParameter } from './common';

/** How bad it would be if it is what it looks like. */
export const FINDING_LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
/** How sure it is that it is not chance. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
/** What the figures of a finding are. */
const FINDING_UNITS = ['count', 'bytes', 'seconds'] as const;
/** What a person made of a finding; `open` = nothing yet. */
export const VERDICTS = ['open', 'benign', 'suspicious', 'evidence'] as const;

export const levelSchema = z.enum(FINDING_LEVELS);
export const confidenceSchema = z.enum(CONFIDENCES);
export const verdictSchema = z.enum(VERDICTS);
const unitSchema = z.enum(FINDING_UNITS);
export type FindingUnit = z.infer<typeof unitSchema>;
export type Confidence = z.infer<typeof confidenceSchema>;
export type FindingLevel = z.infer<typeof levelSchema>;
export type Verdict = z.infer<typeof verdictSchema>;

/** Times are ISO 8601 or relative, as everywhere; findings are in where their time overlaps the range. */
export const findingsParameters = z.object({
  type: logTypesParameter,
  from: z.string().max(64).optional(),
  to: z.string().max(64).optional(),
  /** A detector's name. */
  detector: z.string().max(100).optional(),
  /** An id of ATT&CK, of version 18 or 19, with its sub-techniques; or one of Microsoft's matrix, as MS-TA9006. */
  technique: z.string().max(20).optional(),
  /** Findings of this level and above. */
  level: levelSchema.optional(),
  /** A comma list of verdicts; left out = all but `benign`. */
  verdict: z.string().max(100).optional(),
  /** Part of title, reason or subject, in any case. */
  contains: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type FindingsParameters = z.infer<typeof findingsParameters>;

export const findingAnswer = z.object({
  id: z.string(),
  detector: z.string(),
  detectorTitle: z.string(),
  type: logTypeSchema,
  /** The end is exclusive. */
  from: z.string(),
  to: z.string(),
  level: levelSchema,
  confidence: confidenceSchema,
  title: z.string(),
  reason: z.string(),
  observed: z.number(),
  expected: z.number().nullable(),
  /** Of `observed` and `expected`. */
  unit: unitSchema,
  /** Seconds of data that it was held against. */
  history: z.number(),
  /** Shows exactly its events, of `type` between `from` and `to`; `events` is their number when it was found. */
  query: z.string(),
  events: z.number(),
  subject: z.record(z.string(), z.string()),
  techniques: z.array(z.string()),
  foundAt: z.string(),
  /** When more data last changed it; null = never. */
  changedAt: z.string().nullable(),
  verdict: verdictSchema,
  note: z.string(),
  /** Who said so, and when; null while the verdict is `open`. */
  triagedBy: z.string().nullable(),
  triagedAt: z.string().nullable(),
});
export type FindingAnswer = z.infer<typeof findingAnswer>;

/** The worst and latest first. `total`: how many pass the filter; `hidden`: how many more would without `verdict`. */
export const findingsAnswer = z.object({
  findings: z.array(findingAnswer),
  total: z.number(),
  hidden: z.number(),
  byVerdict: z.record(verdictSchema, z.number()),
  /** When findings were last made from all that there is; null while they never were. */
  detectedAt: z.string().nullable(),
  /** Whether more data is waiting to be looked at. */
  behind: z.boolean(),
});
export type FindingsAnswer = z.infer<typeof findingsAnswer>;

/** Changes the verdict, the note, or both. */
export const findingPatch = z
  .object({ verdict: verdictSchema.optional(), note: z.string().max(4000).optional() })
  .refine((patch) => patch.verdict !== undefined || patch.note !== undefined, 'give a verdict, a note, or both');
export type FindingPatch = z.infer<typeof findingPatch>;

/** What was said of a finding, the latest first. */
export const findingHistoryAnswer = z.object({
  changes: z.array(z.object({ verdict: verdictSchema, note: z.string(), by: z.string(), at: z.string() })),
});
export type FindingHistoryAnswer = z.infer<typeof findingHistoryAnswer>;

/** All detectors, for the help page and filters; of rules only those that found something that is there. */
export const detectorsAnswer = z.object({
  detectors: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      about: z.string(),
      falsePositives: z.string(),
      types: z.array(logTypeSchema),
      techniques: z.array(z.string()),
      /** Findings of it that are there. */
      findings: z.number(),
    }),
  ),
  /** `name` is what their findings bear as their detector; by title. */
  rules: z.array(z.object({ name: z.string(), title: z.string(), findings: z.number() })),
});
export type DetectorsAnswer = z.infer<typeof detectorsAnswer>;
