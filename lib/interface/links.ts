import { z } from 'zod';
import { LOG_TYPES } from '@/lib/events';
import { logTypeSchema } from './common';

/** Pages that links may lead to: nothing here can be read as an address elsewhere. */
const OWN_PATH = new RegExp(
  `^/(?:explore(?:/(?:${LOG_TYPES.join('|')}))?|findings|hunts(?:/[\\w-]{1,120})?|sources(?:/[\\w-]{1,64})?)$`,
);

/** A link to be kept: a place in Trackway, and whether what it shows now shall be remembered. */
export const newLink = z.object({
  /** `/explore`, `/explore/audit`, `/findings`, `/hunts/…`: a path of ours, never an address elsewhere. */
  path: z.string().max(300).regex(OWN_PATH, 'only the explorer, findings, hunts and sources can be linked to'),
  /** The query part of the address, with or without `?`; as long as it is. */
  search: z.string().max(100_000),
  /** Whether relative times become those of the moment of sharing. */
  absolute: z.boolean().default(true),
  /** Whether what it shows is remembered. Not where an address is kept only because it is too long for a browser. */
  remember: z.boolean().default(true),
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
  /** What was asked: relative times as the moments that they were then, sources by their ids; null = open, or all. */
  selection: z.object({
    types: z.array(logTypeSchema),
    q: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    source: z.string().nullable(),
    since: z.string().nullable(),
  }),
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
