import { contextParameters } from '@/lib/interface';
import { readContext } from '@/lib/store';
import { type IdContext, parameters, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/events/{id}/context', async () =>
    readContext((await params).id, parameters(request, contextParameters), request.signal),
  );
}
