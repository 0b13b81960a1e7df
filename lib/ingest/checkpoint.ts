import { z } from 'zod';
import { LOG_TYPES } from '@/lib/events';
import type { Checkpoint } from './file-reader';
import type { FileCounts } from './file-report';

const counts = z.object({
  events: z.number(),
  lines: z.number(),
  linesRead: z.number(),
  unparsed: z.number(),
  plain: z.number(),
  examples: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  from: z.number().nullable(),
  to: z.number().nullable(),
  timeGuess: z.number(),
  formats: z.record(z.string(), z.number()),
  types: z.record(z.string(), z.number()),
  typeOrigins: z.record(z.string(), z.number()).default({}),
  timeOrigins: z.number().default(0),
});

const checkpointSchema = z.object({
  position: z.number(),
  stored: z.number(),
  line: z.number(),
  content: z.union([
    z.object({ kind: z.enum(['lines', 'json', 'yaml', 'journal-export', 'text']) }),
    z.object({ kind: z.literal('binary'), what: z.string() }),
  ]),
  reader: z.object({
    formats: z.array(z.string().nullable()),
    time: z.number().nullable(),
    timeGuess: z.number(),
    type: z.enum(LOG_TYPES).nullable(),
  }),
  counts,
  headers: z.array(z.tuple([z.string(), z.array(z.string())])),
  clock: z.object({
    anchor: z.number().nullable(),
    zone: z.number().nullable(),
    said: z.object({ year: z.number(), latest: z.number() }).nullish(),
  }),
  scope: z
    .object({ namespace: z.string().nullable(), pod: z.string(), container: z.string(), ends: z.boolean().optional() })
    .nullable(),
});

/** The checkpoint in a file's row; null when there is none. Throws when it is not one of ours. */
export function readCheckpoint(stored: unknown): Checkpoint | null {
  return stored === null ? null : checkpointSchema.parse(stored);
}

/** The counts of a stream's file, as `streamTally` gave them to be stored. Throws when they are not ours. */
export function readCounts(stored: unknown): FileCounts {
  return counts.parse(stored);
}
