import { filesParameters } from '@/lib/interface';
import { readFiles } from '@/lib/store';
import { type IdContext, parameters, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/sources/{id}/files', async () =>
    readFiles((await params).id, parameters(request, filesParameters), request.signal),
  );
}
