import { randomUUID } from 'node:crypto';
import { FileStore } from '@tus/file-store';
import { EVENTS, Server } from '@tus/server';
import { AppError } from '@/lib/errors';
import { type UploadKeeper, uploadName } from './upload';

/** How often the bytes received so far are told. */
const TELL_MS = 1000;
/** An upload that is not resumed for so long is given up. */
const EXPIRES_MS = 24 * 60 * 60 * 1000;
const NO_ROOM_STATUS = 507;

/**
 * The resumable uploads of the browser: tus 1.0 (https://tus.io/protocols/resumable-upload) at `path`. The id of an upload is
 * the id of its source. Metadata: `name`, `modified` (milliseconds).
 */
export function tusServer(path: string, keeper: UploadKeeper): Server {
  const server = new Server({
    path,
    datastore: new FileStore({ directory: keeper.folder, expirationPeriodInMilliseconds: EXPIRES_MS }),
    relativeLocation: true,
    respectForwardedHeaders: false,
    postReceiveInterval: TELL_MS,
    namingFunction: () => randomUUID(),
    onUploadCreate: async (_request, upload) => {
      const modified = Number(upload.metadata?.modified);
      try {
        await keeper.begin({
          id: upload.id,
          name: uploadName(upload.metadata?.name),
          bytes: upload.size ?? 0,
          modified: Number.isFinite(modified) && modified > 0 ? modified : null,
        });
      } catch (error) {
        if (error instanceof AppError) throw refusal(error);
        throw error;
      }
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      await keeper.finished(upload.id, upload.size ?? 0);
      return {};
    },
  });
  server.on(EVENTS.POST_RECEIVE, (_request, upload) => {
    void keeper.received(upload.id, upload.offset);
  });
  server.on(EVENTS.POST_TERMINATE, (_request, _response, id) => {
    void keeper.dropped(id);
  });
  return server;
}

/** The shape in which the tus server takes a refusal. */
function refusal(error: AppError): { status_code: number; body: string } {
  return { status_code: error.code === 'no-room' ? NO_ROOM_STATUS : 400, body: error.message };
}
