import { z } from 'zod';

/** A hundred years. */
const keepDays = z.number().int().min(1).max(36_500).nullable();

/** How long logs are kept that say nothing of their own. */
export const retentionRule = z.object({
  /** Null: for ever. */
  keepDays,
  /** Since when days are counted: the arrival, or the newest event where its clock is not ahead of that. */
  countsFrom: z.enum(['arrival', 'event']),
  /** Bytes of original text in the whole store; what is above goes, the oldest first. Null: no such limit. */
  sizeMax: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(),
});
export type RetentionRule = z.infer<typeof retentionRule>;

/** A source's word of its own: with `own` its `keepDays` stand above the rule, and null keeps it whatever the size. */
export const sourceRetention = z.object({ own: z.boolean(), keepDays });
export type SourceRetention = z.infer<typeof sourceRetention>;

export const retentionAnswer = retentionRule.extend({
  /** Bytes of original text in the store now. */
  bytes: z.number(),
  /** When all that was due had gone; null before the first time. */
  sweptAt: z.string().nullable(),
  /** Whether a change of it is still to be carried out. */
  pending: z.boolean(),
  /** Sources with a word of their own. */
  sources: z.array(z.object({ id: z.string(), name: z.string(), keepDays })),
});
export type RetentionAnswer = z.infer<typeof retentionAnswer>;

/** What a rule would delete if it held now. */
export const retentionPreview = z.object({
  events: z.number(),
  bytes: z.number(),
  /** The sources that it would take from, those that lose most first; how many events, and until which time. */
  sources: z.array(z.object({ id: z.string(), name: z.string(), events: z.number(), to: z.string().nullable() })),
});
export type RetentionPreview = z.infer<typeof retentionPreview>;
