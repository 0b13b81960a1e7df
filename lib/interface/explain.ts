import { z } from 'zod';
import { logTypeSchema } from './common';

/** One clause of a query that must hold together with the others. */
export const explainedClause = z.object({
  /** As the query has it, and where; `rest` is the query without it. */
  text: z.string(),
  from: z.number(),
  to: z.number(),
  rest: z.string(),
  /** Events of the selection that match this clause alone, and those that match all the others. */
  alone: z.number(),
  without: z.number(),
  /** True for the first clause that leaves nothing of what those before it found. */
  empties: z.boolean(),
  /** Values or names that may have been meant, each with the query that has it instead; `count` is null for names. */
  meant: z.array(z.object({ text: z.string(), count: z.number().nullable(), q: z.string() })),
});
export type ExplainedClause = z.infer<typeof explainedClause>;

const nearestTime = z.object({ count: z.number(), time: z.string() });

/**
 * Why a query finds what it finds. `total` counts the events that the type, the range and the source leave; `time` what
 * the same query finds outside its range (null without one): the last before it, the first after it, and those without a
 * time. `types` counts what it finds in the types that were not asked for, `elsewhere` in other sources (null when all are
 * asked).
 */
export const explainAnswer = z.object({
  count: z.number(),
  total: z.number(),
  clauses: z.array(explainedClause),
  time: z.object({ before: nearestTime.nullable(), after: nearestTime.nullable(), untimed: z.number() }).nullable(),
  types: z.array(z.object({ type: logTypeSchema, count: z.number() })),
  elsewhere: z.number().nullable(),
});
export type ExplainAnswer = z.infer<typeof explainAnswer>;
