import { revokeToken } from '@/lib/auth/tokens';
import { type IdContext, respond } from '../../respond';

export const dynamic = 'force-dynamic';

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/tokens/{id}', async (_principal, nameSubject) => {
    nameSubject(await revokeToken((await params).id));
    return { done: true };
  });
}
