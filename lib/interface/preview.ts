import { z } from 'zod';
import { logTypeSchema, severitySchema } from './common';
import { eventAnswer } from './events';

/** An event as it will be read, without a place yet. */
export const previewEvent = z.object({
  time: z.string().nullable(),
  timeGuess: eventAnswer.shape.timeGuess,
  type: logTypeSchema,
  severity: severitySchema.nullable(),
  /** The beginning of it. */
  message: z.string(),
  /** Without what is longer than a line or two. */
  fields: eventAnswer.shape.fields,
});
export type PreviewEvent = z.infer<typeof previewEvent>;

/** The first records of the first files of an upload that waits or is being read. */
export const previewAnswer = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      /** Of most of the lines looked at; null of a file without events. */
      format: z.string().nullable(),
      type: z.string().nullable(),
      /** What should be known: why it is not read, what was wrong with it. */
      note: z.string().nullable(),
      events: z.array(previewEvent),
    }),
  ),
  /** False when there is more in the upload than was looked at: further files, or time was up. */
  complete: z.boolean(),
  /** Why the upload cannot be opened; null when it can. */
  problem: z.string().nullable(),
});
export type PreviewAnswer = z.infer<typeof previewAnswer>;
