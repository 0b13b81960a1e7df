import { z } from 'zod';

/** The id of the sample's source: there is one sample, and it is loaded once. */
export const SAMPLE_SOURCE_ID = '5a3b1e00-7c1d-4e57-8a5e-1d0c1de70001';

/** The day of the sample to begin with; the six before it are quiet. */
export const SAMPLE_LAST_DAY = { from: '2025-06-08T00:00:00Z', to: '2025-06-09T00:00:00Z' } as const;

/** What is known about the sample beside its logs: the steps of the attack, and how each can be found. */
export const sampleAnswer = z.object({
  seed: z.number(),
  cluster: z.string(),
  from: z.string(),
  to: z.string(),
  steps: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      /** Ids of ATT&CK, version 18. */
      techniques: z.array(z.string()),
      from: z.string(),
      to: z.string(),
      /** Pods, nodes, accounts and addresses. */
      touches: z.array(z.string()),
      /** A query, and how many events it finds in the time of the step. */
      evidence: z.array(z.object({ shows: z.string(), query: z.string(), count: z.number() })),
    }),
  ),
});
export type SampleAnswer = z.infer<typeof sampleAnswer>;
