import { nameOf } from '@/lib/auth';
import { cancelLookBack, lookBack } from '@/lib/store';
import { type IdContext, respond } from '../../../respond';

export const dynamic = 'force-dynamic';

export function POST(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'POST /api/rules/{id}/look-back', async (principal, nameSubject) => {
    const rule = await lookBack((await params).id, nameOf(principal));
    nameSubject(rule.title);
    return rule;
  });
}

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/rules/{id}/look-back', async (principal, nameSubject) => {
    const rule = await cancelLookBack((await params).id, nameOf(principal));
    nameSubject(rule.title);
    return rule;
  });
}
