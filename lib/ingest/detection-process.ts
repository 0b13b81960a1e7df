import { CountedHistory, detect } from '@/lib/store';

/** Runs the detectors each time the reader says so, and answers with the state of the store that they looked at, or why they could not. */
const counted = new CountedHistory();
process.on('message', () => {
  detect(counted).then(
    (state) => process.send?.({ state }),
    (error: unknown) =>
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// The reader is gone.
process.once('disconnect', () => process.exit(0));
