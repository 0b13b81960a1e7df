import { dropUpload } from '@/lib/ingest';
import { sourcePatch } from '@/lib/interface';
import { deleteSource, patchSource, readSource } from '@/lib/store';
import { body, type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(async () => readSource((await params).id, request.signal));
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
    await patchSource(id, await body(request, sourcePatch));
    return readSource(id, request.signal);
  });
}
