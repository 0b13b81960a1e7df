import { uploadKeeper } from '@/lib/ingest';
import { tusServer } from '@/lib/receivers';

export const dynamic = 'force-dynamic';

let server: Promise<ReturnType<typeof tusServer>> | null = null;

/** Resumable uploads: every method of the tus protocol goes to its server. */
async function handle(request: Request): Promise<Response> {
  server ??= uploadKeeper().then((keeper) => tusServer('/api/uploads', keeper));
  return (await server).handleWeb(request);
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as OPTIONS, handle as PATCH, handle as POST };
