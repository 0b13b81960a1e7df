import { nameOf } from '@/lib/auth';
import { findingPatch } from '@/lib/interface';
import { triageFinding } from '@/lib/store';
import { body, type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

/** Answers with the finding as it is afterwards. */
export function PATCH(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'PATCH /api/findings/{id}', async (principal, nameSubject) => {
    const finding = await triageFinding((await params).id, await body(request, findingPatch), nameOf(principal));
    nameSubject(finding.title);
    return finding;
  });
}
