import { previewSource } from '@/lib/ingest';
import { type IdContext, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/sources/{id}/preview', async () =>
    previewSource((await params).id, request.signal),
  );
}
