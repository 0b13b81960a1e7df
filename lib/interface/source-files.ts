import { z } from 'zod';
import { fileAnswer, fileState } from './sources';

/** By what the files of a source can be put in order; `plain` is the share of lines that no format read. */
export const fileKey = z.enum(['path', 'format', 'type', 'events', 'lines', 'unparsed', 'plain', 'from']);
export type FileKey = z.infer<typeof fileKey>;

/** `problems` are files that could not be read whole, or of which lines were not understood. */
export const fileFilterState = z.enum([...fileState.options, 'problems']);
export type FileFilterState = z.infer<typeof fileFilterState>;

export const FILES_LIMIT_MAX = 1000;

export const filesParameters = z.object({
  /** Part of the path, in any case. */
  path: z.string().max(4096).optional(),
  state: fileFilterState.optional(),
  format: z.string().max(255).optional(),
  /** Files that are equal by it are in order of path. */
  order: fileKey.optional(),
  direction: z.enum(['asc', 'desc']).optional(),
  limit: z.coerce.number().int().min(0).max(FILES_LIMIT_MAX).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});
export type FilesParameters = z.infer<typeof filesParameters>;

/** What the files of a source add up to, whatever the filter. */
export const filesTotal = z.object({
  files: z.number(),
  /** Lines counted in their bytes; the source's `lines` are those that its events own. */
  linesRead: z.number(),
  /** Files with problems, as the filter `problems` finds them. */
  problems: z.number(),
  /** Files of which the year or the zone of the times was inferred. */
  guessed: z.number(),
  /** Files with a person's word of their own. */
  corrected: z.number(),
  /** Files that are to be read again. */
  pending: z.number(),
  states: z.array(z.object({ state: fileState, files: z.number() })),
  formats: z.array(z.object({ format: z.string(), files: z.number() })),
});
export type FilesTotal = z.infer<typeof filesTotal>;

/** A page of the files that pass the filter; `matching` is how many pass. */
export const filesAnswer = z.object({ files: z.array(fileAnswer), matching: z.number(), total: filesTotal });
export type FilesAnswer = z.infer<typeof filesAnswer>;
