import { z } from 'zod';
import { logTypeSchema } from './common';

const format = z.string().min(1).max(64);
const zoneMinutes = z
  .number()
  .int()
  .min(-14 * 60)
  .max(14 * 60);
const year = z.number().int().min(1970).max(2200);
/** Ten years: a clock that was never set. */
const skewSeconds = z.number().int().min(-315_360_000).max(315_360_000);

/** What a person said about a source or a file instead of leaving it to detection; null where nobody said anything. */
export const corrections = z.object({
  /** A format's name, or `plain` for none at all. */
  format: format.nullable().default(null),
  type: logTypeSchema.nullable().default(null),
  /** Of times that name no zone: minutes east of UTC. */
  zoneMinutes: zoneMinutes.nullable().default(null),
  /** Of the first time of a file that names no year. */
  year: year.nullable().default(null),
  /** How far the clock was ahead of the true time; negative = behind it. */
  skewSeconds: skewSeconds.nullable().default(null),
});
export type Corrections = z.infer<typeof corrections>;

export const NO_CORRECTIONS: Corrections = corrections.parse({});

/**
 * `PATCH /api/sources/:id`: corrects one file (`path`) or, without a path, all files of a source. What is left out stays as
 * it is, null takes a correction back. A file's own word stands above its source's. Files whose events change by it are read
 * again.
 */
export const sourcePatch = z.object({
  path: z.string().min(1).max(4096).optional(),
  format: format.nullable().optional(),
  type: logTypeSchema.nullable().optional(),
  zoneMinutes: zoneMinutes.nullable().optional(),
  year: year.nullable().optional(),
  skewSeconds: skewSeconds.nullable().optional(),
});
export type SourcePatch = z.infer<typeof sourcePatch>;
