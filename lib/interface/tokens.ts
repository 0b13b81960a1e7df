import { z } from 'zod';

const DAYS_MAX = 3650;

/** What a new token is to be; `days` until it expires, null for never. */
export const newToken = z.intersection(
  z.object({
    name: z.string().trim().min(1).max(100),
    days: z.number().int().min(1).max(DAYS_MAX).nullable().default(null),
  }),
  z.discriminatedUnion('scope', [
    z.object({ scope: z.literal('read') }),
    z.object({ scope: z.literal('ingest'), sourceId: z.uuid() }),
  ]),
);
export type NewToken = z.output<typeof newToken>;

export const tokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(['ingest', 'read']),
  /** The stream that an ingest token is for. */
  sourceId: z.string().nullable(),
  secretStart: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  /** To the minute. */
  lastUsedAt: z.string().nullable(),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

export const tokensAnswer = z.object({ tokens: z.array(tokenAnswer) });
/** The secret is told this once. */
export const newTokenAnswer = tokenAnswer.extend({ secret: z.string() });
