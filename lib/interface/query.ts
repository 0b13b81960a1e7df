import { z } from 'zod';

/** What a column's values are. Texts include addresses, names and whatever else a log may hold. */
const columnKind = z.enum(['text', 'integer', 'number', 'time', 'severity', 'type']);

const columnAnswer = z.object({
  kind: columnKind,
  /** What a number counts, where that is known. */
  unit: z.enum(['bytes', 'milliseconds']).nullable(),
  /** The field whose values these are; null for a figure. */
  field: z.string().nullable(),
  /** Of a timeline's times: how long a stretch is, in milliseconds. */
  interval: z.number().nullable(),
});
export type ColumnAnswer = z.infer<typeof columnAnswer>;

/** What `new` compared with; `from` is later than was asked for when the stored data does not reach that far back. */
const baselineAnswer = z.object({
  /** How long it was to be, in milliseconds. */
  asked: z.number(),
  /** How much of that the stored data covers. */
  covered: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/**
 * A table. A cell is a text, a number, or null where the events have no value; times are ISO 8601; a whole number too large
 * to be exact as a JSON number is a text of digits. `kinds` says of each column what it holds.
 */
export const queryAnswer = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  kinds: z.array(columnAnswer),
  /** How many rows there are in all; `rows` has fewer only if `truncated`. */
  total: z.number(),
  truncated: z.boolean(),
  exact: z.literal(true),
  /** The question in words. */
  words: z.string(),
  /** What must be known to read the answer right. */
  notes: z.array(z.string()),
  /** Only of a question with `new`. */
  baseline: baselineAnswer.nullable(),
});
export type QueryAnswer = z.infer<typeof queryAnswer>;
