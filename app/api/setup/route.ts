import { accountsOn, followLink, signInPerson } from '@/lib/auth';
import { NotFound } from '@/lib/errors';
import { setup } from '@/lib/interface';
import { body, jsonWithCookies, respond } from '../respond';

export const dynamic = 'force-dynamic';

/** Follows a link that was printed in the terminal or made by an administrator, and signs in whoever it is for. */
export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/setup', async (_principal, nameSubject) => {
    if (!accountsOn()) throw new NotFound('Trackway runs without accounts here');
    const given = await body(request, setup);
    const email = await followLink(given);
    nameSubject(email);
    return jsonWithCookies(
      { signedIn: true },
      await signInPerson({ email, password: given.password }, request.headers),
    );
  });
}
