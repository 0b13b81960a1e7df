import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const answer = z.union([z.object({ state: z.string() }), z.object({ failed: z.string() })]);

const MIB = 1024 * 1024;
/** What is counted of a store can be much more than what the reader may take for itself. */
const HEAP_MIB_MAX = 2048;
const HEAP_SHARE = 8;

/** Runs the detectors beside the reader, in a process of their own: if they run out of memory, nothing else ends with them. */
export class DetectionWorker {
  private child: ChildProcess | null = null;

  /** Runs all detectors. Answers the state of the store that they looked at; throws when they failed, or had no room. */
  async run(): Promise<string> {
    const child = this.child ?? this.start();
    const answered = new AbortController();
    try {
      const ended = once(child, 'exit', { signal: answered.signal }).then(([code, signal]: unknown[]) => {
        throw new Error(`the process of the detectors ended (${String(signal ?? code)}); it may lack memory`);
      });
      const said = once(child, 'message', { signal: answered.signal });
      child.send('detect');
      const [given]: unknown[] = await Promise.race([said, ended]);
      const outcome = answer.parse(given);
      if ('failed' in outcome) throw new Error(`the detectors failed: ${outcome.failed}`);
      return outcome.state;
    } finally {
      answered.abort();
    }
  }

  private start(): ChildProcess {
    const heap = Math.min(HEAP_MIB_MAX, Math.floor(totalmem() / HEAP_SHARE / MIB));
    const child = fork(fileURLToPath(new URL('detection.mjs', import.meta.url)), {
      execArgv: ['--enable-source-maps', `--max-old-space-size=${heap}`],
    });
    child.once('exit', () => {
      this.child = null;
    });
    this.child = child;
    return child;
  }
}
