import { z } from 'zod';
import { corrections } from './corrections';
import { detection } from './detection';
import { retentionRule, sourceRetention } from './retention';

export const fileState = z.enum(['reading', 'ready', 'skipped', 'duplicate', 'failed']);

export const fileAnswer = z.object({
  path: z.string(),
  state: fileState,
  format: z.string().nullable(),
  type: z.string().nullable(),
  bytes: z.number(),
  events: z.number(),
  /** Lines that its events own. */
  lines: z.number(),
  /** Lines counted in its bytes: the same number, unless one was lost. */
  linesRead: z.number(),
  unparsed: z.number(),
  /** Lines that no format read. */
  plain: z.number(),
  /** The first unparsed lines. */
  examples: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  from: z.string().nullable(),
  to: z.string().nullable(),
  timeGuess: z.array(z.enum(['year', 'zone', 'neighbour'])),
  duplicateOf: z.string().nullable(),
  /** Of a rotated file, as its name tells: the path of the log that it was rotated from, whether that is there or not. */
  rotationOf: z.string().nullable(),
  sha256: z.string().nullable(),
  note: z.string().nullable(),
  /** How sure its detection was, and why; null of a file without events. */
  detection: detection.nullable(),
  /** A person's word on this file alone; it stands above that on its source. */
  corrections,
  /** True while its events do not show all corrections yet: it is to be read again. */
  pending: z.boolean(),
  error: z.string().optional(),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

export const sourceState = z.enum(['receiving', 'reading', 'ready', 'failed']);

/** A source without its files, as the list shows it. */
export const sourceSummary = z.object({
  id: z.string(),
  name: z.string(),
  /** A stream is always `ready`, and grows. */
  kind: z.enum(['upload', 'stream']),
  state: sourceState,
  bytes: z.number(),
  bytesReceived: z.number(),
  bytesRead: z.number(),
  sha256: z.string().nullable(),
  events: z.number(),
  lines: z.number(),
  unparsed: z.number(),
  fileCount: z.number(),
  /** 0 to 1 of the present state: of receiving, then of reading. */
  progress: z.number(),
  /** Over the time that reading has taken so far. */
  bytesPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  zoneMinutes: z.number().nullable(),
  year: z.number().nullable(),
  /** A person's word on all its files, the zone and the year among it. */
  corrections,
  createdAt: z.string(),
  /** How long it is kept: by its own word or by the rule for all. */
  retention: sourceRetention.extend({ countsFrom: retentionRule.shape.countsFrom }),
  /** What went by retention, and until which time; null while nothing did. */
  expired: z.object({ events: z.number(), to: z.string().nullable(), at: z.string() }).nullable(),
  /** What a person should know: the same bytes are there already, say. */
  note: z.string().nullable(),
  error: z.string().optional(),
});
export type SourceSummary = z.infer<typeof sourceSummary>;

export const sourceAnswer = sourceSummary.extend({ files: z.array(fileAnswer) });
export type SourceAnswer = z.infer<typeof sourceAnswer>;

export const sourceParameters = z.object({
  /** `0` leaves the list of files empty: a source may have a hundred thousand. */
  files: z.enum(['0', '1']).optional(),
});

export const sourcesAnswer = z.object({ sources: z.array(sourceSummary) });
export type SourcesAnswer = z.infer<typeof sourcesAnswer>;

export const newSourceAnswer = z.object({ id: z.string(), name: z.string(), state: sourceState });
export type NewSourceAnswer = z.infer<typeof newSourceAnswer>;
export const deletedSourceAnswer = z.object({ deletedEvents: z.number() });

export const rawParameters = z.object({ path: z.string().min(1).max(4096).optional() });
