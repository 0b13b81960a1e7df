import { BadRequest } from '@/lib/errors';
import { prisma } from '@/lib/store';
import { betterAuthInstance } from './better-auth';
import { CLIENT_ADDRESS } from './client-address';
import { verifyPassword } from './password-hash';
import { passwordProblem } from './password-rules';
import type { Person } from './principal';
import { endSessions } from './sessions';
import { countAttempt } from './throttle';

/** As better-auth calls signing in by password. */
export const BY_PASSWORD = 'credential';

/** Throws `BadRequest` with the reason when a password is too weak for a person. */
export function checkPassword(password: string, person: { name: string; email: string }): void {
  const problem = passwordProblem(password, person);
  if (problem !== null) throw new BadRequest(`password: ${problem}`);
}

/** Gives a person a password, whether they had one or not, and ends all their sessions but one. */
export async function setPassword(personId: string, password: string, exceptSession: string | null): Promise<void> {
  const { password: hasher, internalAdapter } = await (await betterAuthInstance()).$context;
  const hash = await hasher.hash(password);
  const { count } = await prisma().account.updateMany({
    where: { userId: personId, providerId: BY_PASSWORD },
    data: { password: hash, updatedAt: new Date() },
  });
  if (count === 0) {
    await internalAdapter.linkAccount({
      userId: personId,
      providerId: BY_PASSWORD,
      accountId: personId,
      password: hash,
    });
  }
  await endSessions(personId, exceptSession);
}

/** Changes the password of somebody who knows the present one; their other sessions end. Throws `BadRequest`, `TooMany`. */
export async function changePassword(
  person: Person,
  { current, password }: { current: string; password: string },
  headers: Headers,
): Promise<void> {
  await countAttempt(person.email, headers.get(CLIENT_ADDRESS));
  const account = await prisma().account.findFirst({ where: { userId: person.id, providerId: BY_PASSWORD } });
  if (account?.password == null) {
    throw new BadRequest(
      'you sign in elsewhere and have no password here; an administrator can make you a link for one',
    );
  }
  if (!(await verifyPassword({ hash: account.password, password: current }))) {
    throw new BadRequest('current: this is not your present password');
  }
  checkPassword(password, person);
  await setPassword(person.id, password, person.sessionId);
}
