import { z } from 'zod';

/** How far the search of the originals for a question has come; one JSON line each, the last one with `done`. */
export const searchProgress = z.object({
  /** Of the blocks that hold events that the question can be about. */
  searched: z.number(),
  blocks: z.number(),
  /** Matching events that are certain until now, null where that is not known; all of them when it is done. */
  found: z.number().nullable(),
  /** False when nothing in the query can be looked up, so that every block is read. */
  prunes: z.boolean(),
  done: z.boolean(),
});
export type SearchProgress = z.infer<typeof searchProgress>;
