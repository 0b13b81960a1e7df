import { newStream } from '@/lib/interface';
import { createStream, readStreams } from '@/lib/store';
import { body, json, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/streams', () => readStreams(request.signal));
}

/** Creates a stream, to which nothing was pushed yet. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/streams', async () =>
    json(201, await createStream((await body(request, newStream)).name)),
  );
}
