import { z } from 'zod';
import { logTypeSchema } from './common';
import { findingAnswer, levelSchema } from './findings';

/** What an actor can be. */
export const ACTOR_KINDS = [
  'user',
  'service-account',
  'pod',
  'workload',
  'node',
  'address',
  'domain',
  'image',
] as const;
export const actorKind = z.enum(ACTOR_KINDS);

const actor = z.object({ kind: actorKind, value: z.string() });
export type Actor = z.infer<typeof actor>;

/** The order is worst first: by score. Times are ISO 8601 or relative. */
export const storiesParameters = z.object({
  from: z.string().max(64).optional(),
  to: z.string().max(64).optional(),
  /** Part of the title, or an actor, in any case. */
  contains: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type StoriesParameters = z.infer<typeof storiesParameters>;

/** Findings that the same actor has a part in, within a window: what may be one intrusion. */
export const storyAnswer = z.object({
  /** The id of its first finding; it stays while that is in it. */
  id: z.string(),
  title: z.string(),
  /** Why these belong together and what makes the score, in one or two sentences. */
  reason: z.string(),
  level: levelSchema,
  /** Higher is worse; what it is made of is in `scored`. */
  score: z.number(),
  scored: z.array(z.object({ what: z.string(), points: z.number() })),
  from: z.string(),
  to: z.string(),
  /** The one that most findings share first. */
  actors: z.array(actor),
  /** Of ATT&CK, by name, in the order in which they were first seen. */
  tactics: z.array(z.string()),
  techniques: z.array(z.string()),
  types: z.array(logTypeSchema),
  findings: z.number(),
  /** How many of these somebody has judged. */
  judged: z.number(),
});
export type StoryAnswer = z.infer<typeof storyAnswer>;

export const storiesAnswer = z.object({
  stories: z.array(storyAnswer),
  total: z.number(),
  /** Findings that are in no story. */
  alone: z.number(),
  /** When findings were last made from all that there is; null while they never were. */
  detectedAt: z.string().nullable(),
  /** Whether more data is waiting to be looked at. */
  behind: z.boolean(),
});
export type StoriesAnswer = z.infer<typeof storiesAnswer>;

/** A story with its findings, in the order of time, then of tactics. */
export const storyDetail = storyAnswer.extend({
  steps: z.array(
    z.object({
      finding: findingAnswer,
      /** The tactic of ATT&CK that it is told under; null for a fault. */
      tactic: z.string().nullable(),
      /** What ties it to the story. */
      through: z.array(actor),
    }),
  ),
  /** A query that shows the events of all actors in all types, for `from` to `to`. */
  query: z.string(),
});
export type StoryDetail = z.infer<typeof storyDetail>;
