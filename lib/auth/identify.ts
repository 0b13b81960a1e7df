import { SignInNeeded } from '@/lib/errors';
import { accountsOn } from './accounts-on';
import type { Principal } from './principal';
import { sessionPerson } from './session-person';
import { findToken, presentedSecret } from './tokens';

/**
 * Who asks. A token counts before a session, and also where there are no accounts: a program that shows one wants no more than
 * it gives. One that is not good (any more) is an error and not nobody, so that a program hears of it.
 */
export async function identify(headers: Headers): Promise<Principal> {
  const secret = presentedSecret(headers.get('authorization'), '/');
  if (secret !== null) {
    const token = await findToken(secret);
    if (token === null) throw new SignInNeeded('this token is not known, has expired or was revoked');
    return { kind: 'token', token };
  }
  if (!accountsOn()) return { kind: 'local' };
  return (await sessionPerson(headers)) ?? { kind: 'anonymous' };
}
