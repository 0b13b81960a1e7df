import { fork } from 'node:child_process';
import { settledWithin } from '../processes.mjs';
import { ROOT } from '../project.mjs';

const EXIT_WITH_PARENT = new URL('./exit-with-parent.mjs', import.meta.url).href;
const BACKOFF_MS_MIN = 250;
const BACKOFF_MS_MAX = 30_000;
const HEALTHY_MS = 60_000;
const STOP_PATIENCE_MS = 8000;

/** A Node process that is kept running: when it dies it is started again, later each time unless it lived for a while. */
export class Child {
  #options;
  #process = null;
  #stopped = false;
  #restarting = false;
  #timer;
  #backoff = BACKOFF_MS_MIN;

  /**
   * @param {{
   *   name: string,
   *   file: string,
   *   env: Record<string, string>,
   *   options?: readonly string[],
   *   say: (message: string) => void,
   *   onMessage?: (message: unknown) => void,
   *   onExit?: (code: number | null) => boolean | void,
   * }} options `options` are for Node; `onExit` returns false when it shall not be started again
   */
  constructor(options) {
    this.#options = options;
    this.#start();
  }

  /** Starts it anew, with the file as it is now. */
  restart() {
    // Between two runs it is about to start with the new file anyway.
    if (!this.#process) return;
    this.#restarting = true;
    this.#process.kill('SIGTERM');
  }

  async stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const running = this.#process;
    if (!running) return;
    const exited = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await settledWithin(exited, STOP_PATIENCE_MS);
    if (this.#process) running.kill('SIGKILL');
    await exited;
  }

  #start() {
    const { name, file, env, options = [], say, onMessage, onExit } = this.#options;
    const began = Date.now();
    const child = fork(file, [], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      execArgv: ['--enable-source-maps', '--import', EXIT_WITH_PARENT, ...options],
      // A process group of its own: Ctrl-C in the terminal must reach only the supervisor, who stops all in order.
      detached: process.platform !== 'win32',
    });
    this.#process = child;
    if (onMessage) child.on('message', onMessage);
    child.once('error', (error) => say(`The ${name} process: ${error.message}`));
    child.once('exit', (code, killer) => {
      this.#process = null;
      if (this.#stopped || onExit?.(code) === false) return;
      if (!this.#restarting) say(`The ${name} process ended (${killer ?? `code ${code}`}); starting it again`);
      this.#timer = setTimeout(() => this.#start(), this.#wait(Date.now() - began));
    });
  }

  /** @param {number} lived milliseconds */
  #wait(lived) {
    if (this.#restarting || lived > HEALTHY_MS) this.#backoff = BACKOFF_MS_MIN;
    this.#restarting = false;
    const wait = this.#backoff;
    this.#backoff = Math.min(BACKOFF_MS_MAX, wait * 2);
    return wait;
  }
}
