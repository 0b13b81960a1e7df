import { z } from 'zod';
import { selectionParameters } from './common';

export const PATTERN_ORDERS = ['rare', 'frequent', 'new'] as const;
export type PatternOrder = (typeof PATTERN_ORDERS)[number];

export const patternsParameters = selectionParameters.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  /** The fewest events first, the most first, or the ones first that were seen last for the first time. */
  order: z.enum(PATTERN_ORDERS).default('rare'),
  /** Only patterns with this in their text, in any case. */
  contains: z.string().max(256).optional(),
});
export type PatternsParameters = z.input<typeof patternsParameters>;

const patternAnswer = z.object({
  /** What `pattern:` in a query names. */
  id: z.string(),
  /** What its messages have in common; `<*>` stands where they differ. */
  text: z.string(),
  /** Matching events. */
  count: z.number(),
  /** Of the matching events that have a time. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /**
   * First seen, of all events of the source, in the range asked for. Where that has no beginning, or nothing in it was there before: in
   * the last tenth of what is shown.
   */
  isNew: z.boolean(),
  /** Who writes such messages most: up to three. */
  emitters: z.array(z.object({ field: z.string(), value: z.string(), count: z.number() })),
  /** One of the events. */
  example: z.object({ id: z.string(), message: z.string() }).nullable(),
});
export type PatternAnswer = z.infer<typeof patternAnswer>;

export const patternsAnswer = z.object({
  patterns: z.array(patternAnswer),
  /** How many patterns there are; `patterns` may have fewer. */
  total: z.number(),
  /** Matching events with a pattern. */
  events: z.number(),
  /** Events of the most frequent pattern. */
  most: z.number(),
  /** Matching events without one: audit events and flows have none, nor has what was stored by versions without patterns. */
  without: z.number(),
  exact: z.literal(true),
});
export type PatternsAnswer = z.infer<typeof patternsAnswer>;

export const patternTextsParameters = z.object({
  /** Up to 200 ids, with commas between them. */
  ids: z
    .string()
    .max(10_000)
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .refine((ids) => ids.length <= 200, 'name at most 200 patterns'),
});

/** By id; of those that are not known, nothing. */
export const patternTextsAnswer = z.object({ texts: z.record(z.string(), z.string()) });
export type PatternTextsAnswer = z.infer<typeof patternTextsAnswer>;
