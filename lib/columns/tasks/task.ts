/**
 * Work on the columns of one segment. Its input and output are plain data over shared memory, so that it can be done by
 * whichever thread is free.
 */
export interface ScanTask<Input, Output> {
  /** About how many steps it takes: what is cheap is not worth sending to a thread. */
  cost(input: Input): number;
  run(input: Input): Output;
}
