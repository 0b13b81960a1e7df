import { isMainThread } from 'node:worker_threads';

// Loaded into each child before its own code: when the supervisor dies, however suddenly, the channel to it closes.
if (isMainThread) process.on('disconnect', () => process.exit(1));
