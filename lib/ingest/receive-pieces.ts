import { createHash } from 'node:crypto';
import { type PieceReceiver, Refused } from '@/lib/receivers';
import type { BatchOutcome } from '@/lib/store/write';
import type { Stream, StreamIntake } from './stream-intake';

/** A sender that says nothing for so long has paused: what it sent is stored. */
const PAUSE_MS = 150;

/** Stores a body piece by piece while it arrives; answers how many pieces. The next one is read when the last is stored. */
export async function receivePieces(
  { intake }: { readonly intake: StreamIntake },
  receiver: PieceReceiver,
  chunks: AsyncIterable<Buffer>,
  stream: Stream,
): Promise<number> {
  const cutter = receiver.cutter();
  let pieces = 0;
  const store = async (cut: readonly Buffer[]) => {
    for (const piece of cut) {
      const outcome = await storePiece(intake, receiver, stream, piece);
      if (outcome.kind === 'gone') throw new Refused('gone', `the stream "${stream.name}" was deleted`);
      pieces += 1;
    }
  };
  for await (const chunk of withPauses(chunks, receiver.repeats ? null : PAUSE_MS)) {
    await store(chunk === null ? cutter.pause() : cutter.push(chunk));
  }
  await store(cutter.end());
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

/** The chunks, and null once where none came for some time. */
async function* withPauses(chunks: AsyncIterable<Buffer>, pauseMs: number | null): AsyncGenerator<Buffer | null> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = iterator.next();
      if (pauseMs !== null && !(await settlesWithin(next, pauseMs))) yield null;
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
