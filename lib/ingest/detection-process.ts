import { CountedHistory, detect } from '@/lib/store';

/** Runs the detectors each time the reader says so, and answers with the state of the store that they looked at, or why they could not. */
const counted = new CountedHistory();
process.on('message', () => {
  detect(counted).then(
    (state) => answer({ state }),
    (error: unknown) => answer({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.once('disconnect', leave);

/** The reader may end before the channel says so: that is no error of ours. */
function answer(message: { readonly state: string } | { readonly failed: string }): void {
  process.send?.(message, (error: Error | null) => {
    if (error !== null) leave();
  });
}

/** The reader is gone. */
function leave(): void {
  process.exit(0);
}
