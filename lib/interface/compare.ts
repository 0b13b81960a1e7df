import { z } from 'zod';
import { selectionParameters } from './common';

/** `from` and `to` are the range that is compared; `baselineFrom` and `baselineTo` what with, left out = all other times. */
export const compareParameters = selectionParameters.extend({
  baselineFrom: z.string().max(64).optional(),
  baselineTo: z.string().max(64).optional(),
  /** The most fields of an answer. */
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const side = z.object({ from: z.string().nullable(), to: z.string().nullable(), events: z.number() });

/**
 * Fields with values that are more or less common in a range, the most surprising first. `score` is the likelihood ratio
 * statistic G with Williams' correction; only what chance does not explain is listed. Counts are exact.
 */
export const compareAnswer = z.object({
  exact: z.literal(true),
  selection: side,
  /** `rest`: all matching events of other times, those without a time among them. */
  baseline: side.extend({ rest: z.boolean() }),
  fields: z.array(
    z.object({
      field: z.string(),
      score: z.number(),
      /** Different values on either side. */
      distinct: z.object({ here: z.number(), there: z.number() }),
      /** How many of its values differ; `values` has the first of them. */
      differing: z.number(),
      values: z.array(
        z.object({
          value: z.union([z.string(), z.number()]),
          /** Events with this value in the range, and in the baseline. */
          here: z.number(),
          there: z.number(),
          score: z.number(),
        }),
      ),
    }),
  ),
  /** How many fields were compared. */
  compared: z.number(),
  /** Fields with too many different values to be compared. */
  tooMany: z.array(z.string()),
  attributesLeftOut: z.number(),
});
export type CompareAnswer = z.infer<typeof compareAnswer>;
