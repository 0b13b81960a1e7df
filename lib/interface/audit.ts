import { z } from 'zod';

const PAGE = 100;

export const auditParameters = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(PAGE),
  /** Entries before the one with this id. */
  before: z.coerce.number().int().positive().optional(),
});
export type AuditParameters = z.output<typeof auditParameters>;

export const auditAnswer = z.object({
  entries: z.array(
    z.object({
      id: z.number(),
      time: z.string(),
      actor: z.string(),
      via: z.enum(['session', 'token', 'local', 'none']),
      action: z.string(),
      subject: z.string().nullable(),
      path: z.string(),
      address: z.string().nullable(),
      outcome: z.enum(['begun', 'done', 'failed', 'refused']),
    }),
  ),
  /** For `before`, where there are more. */
  next: z.number().nullable(),
});
export type AuditAnswer = z.infer<typeof auditAnswer>;
