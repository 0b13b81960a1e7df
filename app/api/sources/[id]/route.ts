import { dropUpload } from '@/lib/ingest';
import { sourceParameters, sourcePatch } from '@/lib/interface';
import { deleteSource, patchSource } from '@/lib/store';
import { body, type IdContext, parameters, respond } from '../../respond';
import { sourceResponse } from './source-response';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(async () => sourceResponse((await params).id, parameters(request, sourceParameters), request.signal));
}

export function DELETE(_request: Request, { params }: IdContext): Promise<Response> {
  return respond(async () => {
    const id = (await params).id.toLowerCase();
    const answer = await deleteSource(id);
    await dropUpload(id);
    return answer;
  });
}

/** Answers with the source as it is after the correction. */
export function PATCH(request: Request, { params }: IdContext): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const asked = parameters(request, sourceParameters);
    await patchSource(id, await body(request, sourcePatch));
    return sourceResponse(id, asked, request.signal);
  });
}
