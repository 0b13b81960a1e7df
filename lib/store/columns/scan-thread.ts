import { parentPort } from 'node:worker_threads';
import { scanTask } from '@/lib/columns';
import type { ScanOrder, ScanReply } from './scan-order';

/** A thread that scans columns: takes an order, answers with what came of each of its inputs. */
parentPort?.on('message', ({ id, task, inputs }: ScanOrder) => {
  const reply = replyTo(id, () => inputs.map((input) => scanTask(task).run(input)));
  parentPort?.postMessage(reply, [...memoryOf(reply.outputs)]);
});

function replyTo(id: number, work: () => readonly unknown[]): ScanReply {
  try {
    return { id, outputs: work(), error: null };
  } catch (error) {
    return { id, outputs: [], error: error instanceof Error ? error.message : String(error) };
  }
}

/** Bytes from which on handing over costs less than a copy. */
const HANDED_OVER_MIN = 16_384;

/** The memory of the long lists in an answer, which is handed over rather than copied. What is shared stays shared. */
function* memoryOf(value: unknown): Generator<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength >= HANDED_OVER_MIN) yield value.buffer;
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* memoryOf(part);
  }
}
