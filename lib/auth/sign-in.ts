import { SignInNeeded } from '@/lib/errors';
import { betterAuthInstance } from './better-auth';
import { CLIENT_ADDRESS } from './client-address';
import { countAttempt, forgetAttempts } from './throttle';

/**
 * Signs a person in, in a new session, and gives the cookies for it. Throws `TooMany`, and `SignInNeeded` with the same words
 * after the same time whether the address is known or not.
 */
export async function signInPerson(
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<readonly string[]> {
  const address = headers.get(CLIENT_ADDRESS);
  await countAttempt(email, address);
  const auth = await betterAuthInstance();
  const response = await auth.api
    .signInEmail({ body: { email: email.trim(), password }, headers: signInHeaders(headers), asResponse: true })
    .catch(() => null);
  if (response === null || !response.ok) throw new SignInNeeded('this e-mail address and password do not go together');
  await forgetAttempts(email, address);
  return response.headers.getSetCookie();
}

/** Without the cookies of a session before: nothing of it becomes part of the new one. */
function signInHeaders(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of [CLIENT_ADDRESS, 'user-agent']) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
