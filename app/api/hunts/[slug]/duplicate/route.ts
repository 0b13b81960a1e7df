import { duplicateHunt } from '@/lib/store';
import { created, respond } from '../../../respond';
import { authorOf, type SlugContext } from '../../hunt-request';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: SlugContext): Promise<Response> {
  return respond(request, 'POST /api/hunts/{slug}/duplicate', async (principal, nameSubject) => {
    const hunt = await duplicateHunt((await params).slug, authorOf(principal));
    nameSubject(hunt.title);
    return created(`/api/hunts/${hunt.slug}`, hunt);
  });
}
