import { z } from 'zod';
import { logTypeSchema } from './common';

/** Whether something can be answered from the data that is there; `missing` says in sentences what keeps it. */
const runnable = z.object({ canRun: z.boolean(), missing: z.array(z.string()) });

const readyStepAnswer = runnable.extend({
  title: z.string(),
  types: z.array(logTypeSchema),
  /** In the query language; it runs as it is. */
  q: z.string(),
  /** How its answer is drawn beside its table. */
  chart: z.enum(['lines', 'bars', 'top']).nullable(),
  needs: z.object({
    /** Fields that events of its types must have. */
    fields: z.array(z.string()),
    /** `Request` where it reads the bodies of requests, which lower levels of the audit do not keep. */
    auditLevel: z.literal('Request').nullable(),
  }),
});
export type ReadyStepAnswer = z.infer<typeof readyStepAnswer>;

/** A hunt that is ready to be run. It can be run where at least one of its steps can; `missing` is all that steps lack. */
export const readyHuntAnswer = runnable.extend({
  name: z.string(),
  title: z.string(),
  hypothesis: z.string(),
  /** What it is mainly about; `types` are those of all its steps. */
  type: logTypeSchema,
  types: z.array(logTypeSchema),
  /** Of ATT&CK, by name. */
  tactics: z.array(z.string()),
  techniques: z.array(z.string()),
  lookFor: z.string(),
  falsePositives: z.string(),
  /** Where to go on: queries in which the name of what was found replaces NAME or 0.0.0.0. */
  next: z.array(z.object({ title: z.string(), q: z.string() })),
  steps: z.array(readyStepAnswer),
});
export type ReadyHuntAnswer = z.infer<typeof readyHuntAnswer>;

export const libraryAnswer = z.object({ hunts: z.array(readyHuntAnswer) });
export type LibraryAnswer = z.infer<typeof libraryAnswer>;
