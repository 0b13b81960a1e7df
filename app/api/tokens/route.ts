import { nameOf } from '@/lib/auth';
import { listTokens, makeToken } from '@/lib/auth/tokens';
import { newToken } from '@/lib/interface';
import { body, json, respond } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/tokens', async () => ({ tokens: await listTokens() }));
}

/** The only answer with the secret in it. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/tokens', async (principal, nameSubject) => {
    const asked = await body(request, newToken);
    nameSubject(`${asked.name} (${asked.scope})`);
    return json(201, await makeToken(asked, nameOf(principal)));
  });
}
