import { accessOf, accountsOn, signInPerson, signOutPerson } from '@/lib/auth';
import { NotFound } from '@/lib/errors';
import { signIn, signOutParameters } from '@/lib/interface';
import { body, jsonWithCookies, parameters, respond, signedIn } from '../respond';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/session', async (principal) => accessOf(principal));
}

/** Signs in: the answer sets a cookie. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/session', async (_principal, nameSubject) => {
    if (!accountsOn()) throw new NotFound('Trackway runs without accounts here: nobody needs to sign in');
    const given = await body(request, signIn);
    nameSubject(given.email);
    return jsonWithCookies({ signedIn: true }, await signInPerson(given, request.headers));
  });
}

/** Signs out; with `everywhere=1` ends all sessions of the person. */
export function DELETE(request: Request): Promise<Response> {
  return respond(request, 'DELETE /api/session', async (principal) => {
    const { everywhere } = parameters(request, signOutParameters);
    const cookies = await signOutPerson(signedIn(principal), everywhere === '1', request.headers);
    return jsonWithCookies({ done: true }, cookies);
  });
}
