import { join } from 'node:path';
import { env } from '@/lib/env';
import { Conflict, Unavailable } from '@/lib/errors';
import type { PreviewAnswer } from '@/lib/interface';
import { readUpload } from '@/lib/store';
import { previewUpload } from './preview-upload';
import { spoolFolder } from './uploads';

/** Each may keep a core and the disk busy for seconds. */
const AT_ONCE_MAX = 2;
const KEPT_MAX = 8;

/** Those being made and those made last, by upload and corrections: an upload does not change. */
const previews = new Map<string, Promise<PreviewAnswer>>();
let running = 0;

/**
 * The first records of an upload that waits or is being read, as they will be. Throws `NotFound`, `Conflict` before it has
 * arrived and after it was read, and `Unavailable` when too many are asked for at once.
 */
export async function previewSource(id: string, signal?: AbortSignal): Promise<PreviewAnswer> {
  const upload = await readUpload(id, signal);
  const key = `${upload.id} ${JSON.stringify(upload.corrections)}`;
  const known = previews.get(key);
  if (known !== undefined) return known;
  if (running >= AT_ONCE_MAX) throw new Unavailable('other uploads are being looked at; try again in a moment');
  running += 1;
  const folders = { spool: spoolFolder(), scratch: join(env().TRACKWAY_DATA, 'scratch') };
  const preview = previewUpload(upload, folders)
    .then((answer) => {
      // On a busy machine time may be up before anything was seen: asking again may show more.
      if (answer.files.length === 0 && !answer.complete) previews.delete(key);
      return answer;
    })
    .catch((error: unknown) => {
      previews.delete(key);
      if (isGone(error)) throw new Conflict('the upload was read meanwhile; ask for its events', { cause: error });
      throw error;
    })
    .finally(() => {
      running -= 1;
    });
  keep(key, preview);
  return preview;
}

function keep(key: string, preview: Promise<PreviewAnswer>): void {
  previews.set(key, preview);
  for (const oldest of previews.keys()) {
    if (previews.size <= KEPT_MAX) return;
    previews.delete(oldest);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
