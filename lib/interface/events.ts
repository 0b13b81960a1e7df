import { z } from 'zod';
import { logTypeSchema, selectionParameters, severitySchema } from './common';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One event of a page. `time` is null for a record without any; `guess` names what was inferred about it. */
export const eventAnswer = z.object({
  id: z.string(),
  time: z.string().nullable(),
  timeGuess: z.array(z.enum(['year', 'zone', 'neighbour'])),
  type: logTypeSchema,
  severity: severitySchema.nullable(),
  message: z.string(),
  fields: z.record(z.string(), scalar),
  source: z.object({ id: z.string(), path: z.string(), line: z.number(), lines: z.number() }),
});
export type EventAnswer = z.infer<typeof eventAnswer>;

export const eventsParameters = selectionParameters.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(400).optional(),
  /** A moment at which the first page begins, where events are in the order of time; those before it in that order are left out. */
  at: z.string().max(64).optional(),
  /** `asc` or `desc` by time, or `-field` / `field` by a field of the catalogue. */
  order: z.string().max(64).default('desc'),
});

/** A page of events; `next` is the cursor of the following page, null at the end. */
export const eventsAnswer = z.object({ events: z.array(eventAnswer), next: z.string().nullable() });
export type EventsAnswer = z.infer<typeof eventsAnswer>;

/** One event with its original text; `attributes` beyond the catalogue are in `fields` too. `layers`: formats, outermost first. */
export const oneEventAnswer = eventAnswer.extend({
  raw: z.string(),
  rawBytes: z.number(),
  /** True when `raw` shows only the first part of a very long record. */
  rawTruncated: z.boolean(),
  layers: z.array(z.string()),
  /** Why no format read it; null when one did. */
  unparsed: z.string().nullable(),
});
export type OneEventAnswer = z.infer<typeof oneEventAnswer>;

export const contextParameters = z.object({
  before: z.coerce.number().int().min(0).max(500).default(20),
  after: z.coerce.number().int().min(0).max(500).default(20),
});

/** The neighbours of an event in its own file, in file order. */
export const contextAnswer = z.object({
  before: z.array(eventAnswer),
  event: eventAnswer,
  after: z.array(eventAnswer),
});
export type ContextAnswer = z.infer<typeof contextAnswer>;

export const countAnswer = z.object({ count: z.number(), exact: z.literal(true) });
export type CountAnswer = z.infer<typeof countAnswer>;

export const timelineParameters = selectionParameters.extend({
  buckets: z.coerce.number().int().min(1).max(1000).default(60),
  /** `type`, `severity` or any field of the catalogue. */
  by: z.string().max(64).optional(),
});

/**
 * Counts over time, gaps as zero. `interval` is a bucket's width in milliseconds; `untimed` counts matching events without a time;
 * `by` holds the commonest values, the rest under `other`.
 */
export const timelineAnswer = z.object({
  interval: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  untimed: z.number(),
  buckets: z.array(z.object({ time: z.string(), total: z.number(), by: z.record(z.string(), z.number()) })),
});
export type TimelineAnswer = z.infer<typeof timelineAnswer>;

export const facetsParameters = selectionParameters.extend({
  fields: z.string().max(1000),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  /** Only values with this text in them, in any case of its ASCII letters; those that begin with it come first. */
  contains: z.string().max(256).optional(),
});

/** `distinct` counts the values that were asked for: with `contains`, those that contain it. */
export const facetsAnswer = z.object({
  fields: z.record(
    z.string(),
    z.object({
      distinct: z.number(),
      /** Matching events without this field. */
      missing: z.number(),
      values: z.array(z.object({ value: scalar, count: z.number() })),
      /** Why nothing was counted, and what to do. */
      problem: z.string().optional(),
    }),
  ),
});
export type FacetsAnswer = z.infer<typeof facetsAnswer>;

export const exportParameters = selectionParameters.extend({
  format: z.enum(['ndjson', 'csv']).default('ndjson'),
});

/** What the overview shows. */
export const overviewAnswer = z.object({
  types: z.array(
    z.object({
      type: logTypeSchema,
      files: z.number(),
      events: z.number(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      /** Events of severity error and above. */
      errors: z.number(),
      /** Refused API requests, dropped or rejected flows. */
      refusals: z.number(),
    }),
  ),
  sources: z.number(),
  events: z.number(),
  untimed: z.number(),
});
export type OverviewAnswer = z.infer<typeof overviewAnswer>;
