import type { OperationName } from '@/lib/auth';
import { uploadKeeper } from '@/lib/ingest';
import { tusServer } from '@/lib/receivers';
import { respond } from '../../respond';

export const dynamic = 'force-dynamic';

let server: Promise<ReturnType<typeof tusServer>> | null = null;

/** Resumable uploads: every method of the tus protocol goes to its server. */
function handle(operation: OperationName) {
  return (request: Request): Promise<Response> =>
    respond(request, operation, async (_principal, nameSubject) => {
      const name = announcedName(request.headers.get('upload-metadata'));
      if (name !== null) nameSubject(name);
      server ??= uploadKeeper().then((keeper) => tusServer('/api/uploads', keeper));
      return (await server).handleWeb(request);
    });
}

export const DELETE = handle('DELETE /api/uploads/{path}');
export const GET = handle('GET /api/uploads/{path}');
export const HEAD = handle('HEAD /api/uploads/{path}');
export const OPTIONS = handle('OPTIONS /api/uploads/{path}');
export const PATCH = handle('PATCH /api/uploads/{path}');
export const POST = handle('POST /api/uploads/{path}');

/** Pairs of a key and a value in base64, between commas (tus 1.0, "Upload-Metadata"). */
function announcedName(metadata: string | null): string | null {
  const pair = metadata?.split(',').find((each) => each.trim().startsWith('name '));
  return pair === undefined ? null : Buffer.from(pair.trim().slice('name '.length), 'base64').toString('utf8');
}
