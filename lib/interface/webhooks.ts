import { z } from 'zod';
import { levelSchema } from './findings';

/** slack: `{"text", "blocks"}` as Slack, Mattermost and others take it; json: the findings as `/api/findings` gives them. */
export const WEBHOOK_FORMATS = ['slack', 'json'] as const;
export const webhookFormat = z.enum(WEBHOOK_FORMATS);
export type WebhookFormat = z.infer<typeof webhookFormat>;

/** Its address may hold a secret, so it is shown in part only. */
export const webhookAnswer = z.object({
  id: z.string(),
  name: z.string(),
  /** Scheme, host and the first letters of the path. */
  address: z.string(),
  format: webhookFormat,
  /** Findings of this level and above. */
  level: levelSchema,
  on: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** Findings that wait to be sent. */
  waiting: z.number(),
  /** The last attempt; null before the first. */
  last: z.object({ at: z.string(), delivered: z.boolean(), message: z.string() }).nullable(),
});
export type WebhookAnswer = z.infer<typeof webhookAnswer>;
export const webhooksAnswer = z.object({ webhooks: z.array(webhookAnswer) });
export type WebhooksAnswer = z.infer<typeof webhooksAnswer>;

const address = z.url({ protocol: /^https?$/, error: 'the address must begin with https:// or http://' }).max(2000);

export const webhookCreation = z.object({
  name: z.string().trim().min(1).max(100),
  address,
  format: webhookFormat,
  level: levelSchema.default('high'),
  /** Off unless it says so. */
  on: z.boolean().default(false),
});
export type WebhookCreation = z.infer<typeof webhookCreation>;

export const webhookPatch = z
  .object({
    name: z.string().trim().min(1).max(100).optional(),
    address: address.optional(),
    format: webhookFormat.optional(),
    level: levelSchema.optional(),
    on: z.boolean().optional(),
  })
  .refine((patch) => Object.values(patch).some((part) => part !== undefined), 'give what is to be changed');
export type WebhookPatch = z.infer<typeof webhookPatch>;

/** What the other side answered to a made-up finding. */
export const webhookTrialAnswer = z.object({ delivered: z.boolean(), message: z.string() });
export type WebhookTrialAnswer = z.infer<typeof webhookTrialAnswer>;
