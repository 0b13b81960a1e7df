import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { writeSampleArchive } from './sample-archive';

const order = z.object({ path: z.string(), options: z.object({ seed: z.number(), volume: z.number() }) });

/** A thread that writes the sample into a file, and ends. */
const { path, options } = order.parse(workerData);
await writeSampleArchive(path, options);
