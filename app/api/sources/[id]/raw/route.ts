import { rawParameters } from '@/lib/interface';
import { rawFile } from '@/lib/store';
import { download, type IdContext, parameters, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/sources/{id}/raw', async () => {
    const { path } = parameters(request, rawParameters);
    const file = await rawFile((await params).id, path, request.signal);
    return download(file.body, file.path, 'application/octet-stream', file.bytes);
  });
}
