import { endSession } from '@/lib/auth';
import { type IdContext, respond, signedIn } from '../../../respond';

export const dynamic = 'force-dynamic';

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/account/sessions/{id}', async (principal) => {
    await endSession(signedIn(principal), (await params).id);
    return { done: true };
  });
}
