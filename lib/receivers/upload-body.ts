import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BadRequest } from '@/lib/errors';
import { type AnnouncedUpload, type UploadKeeper, uploadName } from './upload';

/** How often the bytes received so far are told. */
const TELL_BYTES = 32 * 1024 * 1024;

export interface BodyUpload {
  readonly name: string | null;
  /** From Content-Length; null when the body is chunked. */
  readonly bytes: number | null;
  readonly modified: number | null;
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * Takes an upload that is the body of one request, of any size, straight to disk. Answers once it is safe there.
 * Throws `BadRequest` when the sender breaks off; nothing of the upload stays then.
 */
export async function receiveBody(upload: BodyUpload, keeper: UploadKeeper): Promise<AnnouncedUpload> {
  const announced: AnnouncedUpload = {
    id: randomUUID(),
    name: uploadName(upload.name),
    bytes: upload.bytes ?? 0,
    modified: upload.modified,
  };
  await keeper.begin(announced);
  const path = join(keeper.folder, announced.id);
  try {
    const bytes = await save(upload.body, path, (received) => keeper.received(announced.id, received));
    if (upload.bytes !== null && bytes !== upload.bytes) {
      throw new BadRequest(`the upload broke off after ${bytes} of ${upload.bytes} bytes; send it again`);
    }
    await keeper.finished(announced.id, bytes);
    return { ...announced, bytes };
  } catch (error) {
    await rm(path, { force: true });
    await keeper.dropped(announced.id);
    throw error;
  }
}

async function save(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  tell: (bytes: number) => Promise<void>,
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    let told = 0;
    if (body !== null) {
      for await (const chunk of body) {
        await file.write(chunk);
        bytes += chunk.length;
        if (bytes - told < TELL_BYTES) continue;
        told = bytes;
        await tell(bytes);
      }
    }
    await file.sync();
    return bytes;
  } finally {
    await file.close();
  }
}
