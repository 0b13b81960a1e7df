import { refuseDeletion } from '@/lib/auth';
import { type HuntConflict, type HuntPatch, huntPatch } from '@/lib/interface';
import { changeHunt, deleteHunt, readHunt, StaleHunt } from '@/lib/store';
import { body, json, respond } from '../../respond';
import { authorOf, HUNT_BODY_BYTES, type SlugContext } from '../hunt-request';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'GET /api/hunts/{slug}', async () => readHunt((await params).slug, request.signal));
}

/** Answers with the hunt as it is afterwards, or with both versions when it was changed since the one that was sent. */
export function PATCH(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'PATCH /api/hunts/{slug}', async (principal, nameSubject) => {
    const { slug } = await params;
    const patch = await body(request, huntPatch, HUNT_BODY_BYTES);
    try {
      const hunt = await changeHunt(slug, patch, authorOf(principal), request.signal);
      nameSubject(hunt.title);
      return hunt;
    } catch (error) {
      if (error instanceof StaleHunt) return json(409, conflictOf(error, patch));
      throw error;
    }
  });
}

export function DELETE(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'DELETE /api/hunts/{slug}', async (principal, nameSubject) => {
    nameSubject(await deleteHunt((await params).slug, (claims) => refuseDeletion(principal, claims)));
    return { done: true };
  });
}

function conflictOf({ code, message, theirs }: StaleHunt, yours: HuntPatch): HuntConflict {
  return { error: { code, message }, theirs, yours };
}
