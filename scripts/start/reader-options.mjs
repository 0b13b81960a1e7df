/**
 * What Node is told for the reader process, here and in the benchmark.
 *
 * The heap: together with the blocks that wait outside of it, the reader stays below 512 MB, whatever it reads.
 * One thread for garbage: nobody waits for the reader's pauses, and several threads that clean up a heap of short-lived
 * records spend more on keeping out of each other's way (docs/decisions/0026).
 */
export const READER_OPTIONS = ['--max-old-space-size=288', '--single-threaded-gc'];
