import { z } from 'zod';
import { logTypeSchema } from './common';

/** Where the years and zones that a file's records do not name came from. */
export const timeOrigin = z.enum([
  'year-person',
  'year-nearby',
  'year-file',
  'year-upload',
  'zone-person',
  'zone-banner',
  'zone-assumed',
]);
export type TimeOrigin = z.infer<typeof timeOrigin>;

/** What detection counted in a file as it was read, and what follows from it in a sentence. */
export const detection = z.object({
  sentence: z.string(),
  /** 0 to 1: the share of the lines that the file's format read; null of a file without lines. */
  share: z.number().nullable(),
  /** Lines by format, envelopes first; the file's format, then the commonest; `plain` = read by none. */
  formats: z.array(z.object({ format: z.string(), lines: z.number() })),
  types: z.array(z.object({ type: logTypeSchema, events: z.number() })),
  /** Events by what decided their type: their format, the file's path, the record before, a person, or nothing (then it is `application`). */
  typeOrigins: z.array(
    z.object({ origin: z.enum(['format', 'path', 'neighbour', 'person', 'nothing']), events: z.number() }),
  ),
  timeOrigins: z.array(timeOrigin),
});
export type Detection = z.infer<typeof detection>;
