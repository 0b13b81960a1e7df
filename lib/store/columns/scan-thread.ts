import { parentPort } from 'node:worker_threads';
import { scanTask } from '@/lib/columns';
import type { ScanOrder, ScanReply } from './scan-order';

/** A thread that scans columns: takes an order, answers with what came of each of its inputs. */
parentPort?.on('message', ({ id, task, inputs }: ScanOrder) => {
  parentPort?.postMessage(replyTo(id, () => inputs.map((input) => scanTask(task).run(input))));
});

function replyTo(id: number, work: () => readonly unknown[]): ScanReply {
  try {
    return { id, outputs: work(), error: null };
  } catch (error) {
    return { id, outputs: [], error: error instanceof Error ? error.message : String(error) };
  }
}
