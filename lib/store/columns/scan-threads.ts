import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ScanInput, type ScanOutput, type ScanTaskName, scanTask } from '@/lib/columns';
import { env } from '@/lib/env';
import { Cancelled } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { ScanOrder, ScanReply } from './scan-order';

/** Beyond this many threads the memory, not the processor, is what a scan waits for. */
const THREADS_MAX = 8;
/** Steps (events looked at) that are done at once rather than sent to a thread: under a millisecond. */
const HERE_MAX = 200_000;
/** Steps in one order: small enough that a cancelled question stops soon and that threads end together. */
const ORDER_STEPS = 1_000_000;

interface Waiting {
  readonly settle: (reply: ScanReply) => void;
}

/** Runs scans in worker threads, so that the server goes on answering, and on all cores. */
export class ScanThreads {
  private readonly idle: Worker[] = [];
  private readonly orders: { readonly order: ScanOrder; readonly settle: Waiting['settle'] }[] = [];
  private started = 0;
  private lastId = 0;

  /** `script`: the built thread; null = everything is done here. */
  constructor(
    private readonly script: string | null = builtThread(),
    private readonly threads = Math.min(availableParallelism(), THREADS_MAX),
  ) {}

  /** Starts all threads, so that whoever asks first need not wait for them. */
  warm(): void {
    for (let thread = this.start(); thread !== null; thread = this.start()) this.idle.push(thread);
  }

  /** Runs a task on each input; answers in their order. What has not begun when `signal` fires never does: `Cancelled`. */
  async run<Name extends ScanTaskName>(
    task: Name,
    inputs: readonly ScanInput<Name>[],
    signal?: AbortSignal,
  ): Promise<ScanOutput<Name>[]> {
    const { cost, run } = scanTask(task);
    const steps = inputs.map(cost);
    const total = steps.reduce((sum, step) => sum + step, 0);
    if (this.script === null || total <= HERE_MAX) return inputs.map(run);
    const parts = cut(inputs, steps);
    // Every order that waits listens, and a question gives many.
    if (signal !== undefined) setMaxListeners(0, signal);
    const outputs = await Promise.all(parts.map((part) => this.send(task, part, signal)));
    return outputs.flat();
  }

  private async send<Name extends ScanTaskName>(
    task: Name,
    inputs: readonly ScanInput<Name>[],
    signal: AbortSignal | undefined,
  ): Promise<ScanOutput<Name>[]> {
    this.lastId += 1;
    const order: ScanOrder<Name> = { id: this.lastId, task, inputs };
    const reply = await new Promise<ScanReply>((settle, refuse) => {
      const cancel = () => {
        const place = this.orders.indexOf(waiting);
        if (place >= 0) this.orders.splice(place, 1);
        refuse(new Cancelled('the request was cancelled'));
      };
      // A search gives hundreds of orders under one signal.
      const done = (answer: ScanReply) => {
        signal?.removeEventListener('abort', cancel);
        settle(answer);
      };
      const waiting = { order, settle: done };
      this.orders.push(waiting);
      signal?.addEventListener('abort', cancel);
      this.hand();
    });
    if (reply.error !== null) throw new Error(`scanning columns failed: ${reply.error}`);
    // The thread runs the same task on the same inputs; messages carry no types.
    return reply.outputs as ScanOutput<Name>[];
  }

  /** Gives waiting orders to idle threads. */
  private hand(): void {
    while (this.orders.length > 0) {
      const thread = this.idle.pop() ?? this.start();
      const next = thread === null ? undefined : this.orders.shift();
      if (thread === null || next === undefined) return;
      this.give(thread, next.order, next.settle);
    }
  }

  private give(thread: Worker, order: ScanOrder, settle: Waiting['settle']): void {
    const done = (reply: ScanReply) => {
      thread.removeListener('error', failed);
      this.idle.push(thread);
      settle(reply);
      this.hand();
    };
    const failed = (error: Error) => {
      thread.removeListener('message', done);
      this.started -= 1;
      logger.error('a scanning thread ended', { error });
      settle({ id: order.id, outputs: [], error: error.message });
      this.hand();
    };
    thread.once('message', done);
    thread.once('error', failed);
    thread.postMessage(order);
  }

  private start(): Worker | null {
    if (this.script === null || this.started >= this.threads) return null;
    this.started += 1;
    const thread = new Worker(this.script);
    // It must not keep a server alive that wants to end.
    thread.unref();
    return thread;
  }
}

/** Groups inputs, neighbours together, so that each group takes about `ORDER_STEPS`. */
function cut<Input>(inputs: readonly Input[], steps: readonly number[]): Input[][] {
  const parts: Input[][] = [];
  let left = 0;
  for (const [index, input] of inputs.entries()) {
    if (left <= 0 || parts.length === 0) {
      parts.push([]);
      left = ORDER_STEPS;
    }
    parts.at(-1)?.push(input);
    left -= steps[index] ?? 0;
  }
  return parts;
}

/** The thread as `npm start` builds it beside the reader; null where nothing was built, as in tests. */
function builtThread(): string | null {
  if (env().NODE_ENV === 'test') return null;
  const script = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'scan-thread.mjs');
  return existsSync(script) ? script : null;
}
