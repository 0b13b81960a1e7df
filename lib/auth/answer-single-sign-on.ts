import { NotFound } from '@/lib/errors';
import { betterAuthInstance } from './better-auth';
import { PROVIDER, singleSignOnName } from './single-sign-on';

/** All that the browser needs of better-auth's own routes. */
const REACHABLE: ReadonlySet<string> = new Set(['POST /api/auth/sign-in/social', `GET /api/auth/callback/${PROVIDER}`]);

/** Begins signing in at the provider, or ends it: two routes of better-auth; the others do not exist. */
export async function answerSingleSignOn(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (singleSignOnName() === null || !REACHABLE.has(`${request.method} ${pathname}`)) {
    throw new NotFound('there is no single sign-on here');
  }
  const auth = await betterAuthInstance();
  return auth.handler(request);
}
