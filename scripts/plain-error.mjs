/** A fault that a person can act on: its message is printed as it is, without a stack. */
export class PlainError extends Error {
  name = 'PlainError';
}

/**
 * Prints what went wrong and sets the exit code.
 * @param {unknown} error
 */
export function report(error) {
  const text = error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`Trackway: ${text}`);
  process.exitCode = 1;
}
