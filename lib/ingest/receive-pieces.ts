import { createHash } from 'node:crypto';
import { type PieceReceiver, Refused } from '@/lib/receivers';
import type { BatchOutcome } from '@/lib/store/write';
import { checkOutcome } from './check-outcome';
import type { Stream, StreamIntake } from './stream-intake';
import type { WaitingBytes } from './waiting-bytes';

/** A sender that says nothing for so long has paused: what it sent is stored. */
const PAUSE_MS = 150;

/** Stores a body piece by piece while it arrives; answers how many pieces. The next one is read when the last is stored. */
export async function receivePieces(
  { intake, waiting }: { readonly intake: StreamIntake; readonly waiting: WaitingBytes },
  receiver: PieceReceiver,
  chunks: AsyncIterable<Buffer>,
  stream: Stream,
): Promise<number> {
  const cutter = receiver.cutter();
  const room = waiting.room();
  let pieces = 0;
  const store = async (cut: readonly Buffer[]) => {
    for (const piece of cut) {
      checkOutcome(await storePiece(intake, receiver, stream, piece), stream);
      pieces += 1;
    }
    if (cut.length > 0) room.leave();
  };
  try {
    for await (const chunk of withPauses(chunks, receiver.repeats ? null : PAUSE_MS)) {
      if (chunk !== null) room.take(chunk.length);
      await store(chunk === null ? cutter.pause() : cutter.push(chunk));
    }
    await store(cutter.end());
  } catch (error) {
    // A program that was stopped wrote its last lines before.
    if (!(receiver.repeats || error instanceof Refused)) await store(cutter.pause());
    throw error;
  } finally {
    room.leave();
  }
  return pieces;
}

function storePiece(
  intake: StreamIntake,
  receiver: PieceReceiver,
  stream: Stream,
  piece: Buffer,
): Promise<BatchOutcome> {
  if (receiver.records === null) return intake.lines(stream, piece);
  const digest = receiver.repeats ? createHash('sha256').update(`${receiver.name} `).update(piece).digest() : null;
  return intake.records(stream, receiver.records(piece), digest);
}

/** The chunks, and null where none came for some time, or where the last null is so long ago. */
async function* withPauses(chunks: AsyncIterable<Buffer>, pauseMs: number | null): AsyncGenerator<Buffer | null> {
  const iterator = chunks[Symbol.asyncIterator]();
  let paused = Date.now();
  try {
    for (;;) {
      const next = iterator.next();
      const late = pauseMs === null ? Number.POSITIVE_INFINITY : paused + pauseMs - Date.now();
      if (pauseMs !== null && (late <= 0 || !(await settlesWithin(next, late)))) {
        yield null;
        paused = Date.now();
      }
      const result = await next;
      if (result.done === true) return;
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
