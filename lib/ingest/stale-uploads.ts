import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failReceiving, receivingSources } from '@/lib/store/write';
import { dropUpload } from './drop-upload';
import { spoolFolder } from './uploads';

const HOUR_MS = 60 * 60 * 1000;
/** An upload in one request that got nothing for so long has lost its sender. */
const BODY_PATIENCE_MS = HOUR_MS;
/** One that can be resumed is waited for longer; `upload-tus.ts` promises a day. */
const RESUMABLE_PATIENCE_MS = 24 * HOUR_MS;

/** Gives up uploads whose sender is gone: a web process that died could not do it. */
export async function giveUpStaleUploads(now: number): Promise<void> {
  for (const { id, createdAt } of await receivingSources()) {
    const path = join(spoolFolder(), id);
    const resumable = (await modifiedAt(`${path}.json`)) !== null;
    const last = (await modifiedAt(path)) ?? createdAt;
    if (now - last < (resumable ? RESUMABLE_PATIENCE_MS : BODY_PATIENCE_MS)) continue;
    await dropUpload(id);
    await failReceiving(id, 'the upload broke off and was not resumed; send it again');
  }
}

async function modifiedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}
