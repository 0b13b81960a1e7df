import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { NoRoom } from '@/lib/errors';
import type { UploadKeeper } from '@/lib/receivers';
import { createSource, dropReceiving, finishReceiving, noteReceived } from '@/lib/store/write';

/** Room that stays free on the disk of the data folder: a full one would stop the database. */
const FREE_BYTES_MIN = 2 * 1024 ** 3;

/** Takes uploads in: a source for each, its bytes in the spool folder until the reader has them. */
export async function uploadKeeper(): Promise<UploadKeeper> {
  const folder = spoolFolder();
  await mkdir(folder, { recursive: true });
  return {
    folder,
    begin: async (upload) => {
      await checkRoom(folder, upload.bytes);
      await createSource(upload.id, upload.name, upload.bytes, upload.modified);
    },
    received: (id, bytes) => noteReceived(id, bytes),
    finished: (id, bytes) => finishReceiving(id, bytes, id),
    dropped: (id) => dropReceiving(id),
  };
}

/** The folder in which uploads wait to be read, each under the id of its source. */
export function spoolFolder(): string {
  return join(env().TRACKWAY_DATA, 'spool');
}

async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free - bytes >= FREE_BYTES_MIN) return;
  throw new NoRoom(
    `there is no room for this upload: ${megabytes(free)} MB are free in the data folder and ${megabytes(bytes + FREE_BYTES_MIN)} MB are needed; delete sources or move TRACKWAY_DATA to a larger disk`,
  );
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}
