import { sourceRetention } from '@/lib/interface';
import { previewSourceRetention } from '@/lib/store';
import { body, type IdContext, respond } from '../../../../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'POST /api/sources/{id}/retention/preview', async () =>
    previewSourceRetention((await params).id, await body(request, sourceRetention), request.signal),
  );
}
