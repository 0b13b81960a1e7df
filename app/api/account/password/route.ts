import { changePassword } from '@/lib/auth';
import { passwordChange } from '@/lib/interface';
import { body, respond, signedIn } from '../../respond';

export const dynamic = 'force-dynamic';

export function PUT(request: Request): Promise<Response> {
  return respond(request, 'PUT /api/account/password', async (principal) => {
    await changePassword(signedIn(principal), await body(request, passwordChange), request.headers);
    return { done: true };
  });
}
