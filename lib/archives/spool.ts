import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveError, BombError, LimitError } from './archive';

export interface Spooled {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  remove(): Promise<void>;
}

/**
 * Copies bytes to a file with a random name in `folder`. Of damaged bytes it keeps what could be read: whoever
 * unpacks them tells that they are cut short. On any other failure, a bomb too, nothing is left behind.
 */
export async function spool(bytes: AsyncIterable<Uint8Array>, folder: string, signal: AbortSignal): Promise<Spooled> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const remove = () => rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of undamaged(bytes)) {
      signal.throwIfAborted();
      await file.writeFile(chunk);
      size += chunk.length;
    }
    return { path, size, remove };
  } catch (error) {
    await remove();
    throw error;
  } finally {
    await file.close();
  }
}

async function* undamaged(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of bytes) yield chunk;
  } catch (error) {
    if (error instanceof BombError || error instanceof LimitError || !(error instanceof ArchiveError)) throw error;
  }
}
