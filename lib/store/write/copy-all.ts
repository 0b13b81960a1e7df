import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CopyBuffer } from './copy-buffer';
import { columnList, endStream, sendChunks } from './copy-stream';

/** Writes one row, all of its columns, into a COPY. */
export type WriteRow = (copy: CopyBuffer) => void;

/** Copies rows into a table, in the transaction of the caller. */
export async function copyAll(
  client: ClientBase,
  table: string,
  names: readonly string[],
  rows: AsyncIterable<WriteRow> | Iterable<WriteRow>,
): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${table} (${columnList(names)}) FROM STDIN (FORMAT binary)`));
  let failure: unknown = null;
  stream.on('error', (error: unknown) => {
    failure ??= error;
  });
  const check = () => {
    if (failure !== null) throw failure;
  };
  const copy = new CopyBuffer();
  for await (const write of rows) {
    write(copy);
    if (copy.waiting > 0) await sendChunks(stream, copy.take(), check);
  }
  await sendChunks(stream, copy.end(), check);
  await endStream(stream);
  check();
}
