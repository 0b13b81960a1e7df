import { once } from 'node:events';
import type { CopyStreamQuery } from 'pg-copy-streams';

/** Writes chunks as fast as they are taken; `check` throws when copying has failed meanwhile. */
export async function sendChunks(stream: CopyStreamQuery, chunks: readonly Buffer[], check: () => void): Promise<void> {
  for (const chunk of chunks) {
    check();
    if (!stream.write(chunk)) await once(stream, 'drain');
  }
  check();
}

/** Quoted, for the list of a COPY. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** Ends a COPY and waits until Postgres has taken all of it, or refused; whoever listens to errors knows which. */
export async function endStream(stream: CopyStreamQuery): Promise<void> {
  const finished = new Promise<void>((resolve) => {
    stream.once('finish', resolve);
    stream.once('error', () => resolve());
  });
  stream.end();
  await finished;
}
