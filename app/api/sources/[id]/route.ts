import { dropUpload } from '@/lib/ingest';
import { sourceParameters, sourcePatch } from '@/lib/interface';
import { cancelSource, deleteSource, patchSource } from '@/lib/store';
import { body, type IdContext, parameters, respond } from '../../respond';
import { sourceResponse } from './source-response';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/sources/{id}', async () =>
    sourceResponse((await params).id, parameters(request, sourceParameters), request.signal),
  );
}

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/sources/{id}', async (_principal, nameSubject) => {
    const id = (await params).id.toLowerCase();
    nameSubject((await cancelSource(id)).name);
    const answer = await deleteSource(id);
    await dropUpload(id);
    return answer;
  });
}

/** Answers with the source as it is after the correction. */
export function PATCH(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'PATCH /api/sources/{id}', async () => {
    const { id } = await params;
    const asked = parameters(request, sourceParameters);
    await patchSource(id, await body(request, sourcePatch));
    return sourceResponse(id, asked, request.signal);
  });
}
