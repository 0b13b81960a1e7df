import { z } from 'zod';

/** A link to be kept: a place in Trackway, and whether what it shows now shall be remembered. */
export const newLink = z.object({
  /** `/explore`, `/explore/audit`, `/findings`, `/hunts/…`: a path of ours, never an address elsewhere. */
  path: z.string().max(300),
  /** The query part of the address, with or without `?`; as long as it is. */
  search: z.string().max(100_000),
  /** Whether relative times become those of the moment of sharing. */
  absolute: z.boolean().default(true),
});
export type NewLink = z.infer<typeof newLink>;

export const linkedAnswer = z.object({
  slug: z.string(),
  /** `/s/<slug>` */
  url: z.string(),
  path: z.string(),
  search: z.string(),
  by: z.string(),
  at: z.string(),
  /** What the events that it shows were; null where it shows none (`/findings`, …). */
  proof: z.string().nullable(),
});
export type LinkedAnswer = z.infer<typeof linkedAnswer>;

/** What a selection returned at a moment: how many events, and which, as a digest of their ids. */
export const proofAnswer = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  count: z.number(),
  /** In hex: the same events have the same digest, in any order. */
  digest: z.string(),
});
export type ProofAnswer = z.infer<typeof proofAnswer>;

/** A proof held against what the same selection returns now. */
export const proofComparison = proofAnswer.extend({
  now: z.object({ count: z.number(), digest: z.string() }),
  same: z.boolean(),
  added: z.number(),
  removed: z.number(),
  /** Names of sources that were deleted or read again since and had events in it. */
  gone: z.array(z.string()),
});
export type ProofComparison = z.infer<typeof proofComparison>;
