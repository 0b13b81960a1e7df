import { uploadKeeper } from '@/lib/ingest';
import { receiveBody } from '@/lib/receivers';
import { readSources } from '@/lib/store';
import { json, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/sources', () => readSources(request.signal));
}

/** Takes an upload that is the body of the request; `?name=` says what it is called. Any size: it is never held in memory. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/sources', async () => {
    const length = request.headers.get('content-length');
    const { id, name } = await receiveBody(
      {
        name: new URL(request.url).searchParams.get('name'),
        bytes: length === null ? null : Number(length),
        modified: null,
        body: request.body,
      },
      await uploadKeeper(),
    );
    return json(202, { id, name, state: 'reading' });
  });
}
