import { listSessions } from '@/lib/auth';
import { respond, signedIn } from '../../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/account/sessions', async (principal) => listSessions(signedIn(principal)));
}
