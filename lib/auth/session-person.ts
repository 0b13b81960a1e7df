import { role } from '@/lib/interface';
import { prisma } from '@/lib/store';
import { betterAuthInstance } from './better-auth';
import type { Person } from './principal';

/** Without a request for so long a session is over. */
export const IDLE_MS = 12 * 60 * 60 * 1000;
/** How exactly it is known when a session was last used. */
const SEEN_NOTED_MS = 5 * 60 * 1000;

/** Whose session the cookie of a request is; null without one. Asks the database each time: a session that was ended is over. */
export async function sessionPerson(headers: Headers): Promise<Person | null> {
  if (!headers.has('cookie')) return null;
  const auth = await betterAuthInstance();
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true, disableCookieCache: true } });
  if (found === null) return null;
  const { session, user } = found;
  const unused = Date.now() - session.updatedAt.getTime();
  if (unused > IDLE_MS) {
    await prisma().session.deleteMany({ where: { id: session.id } });
    return null;
  }
  if (unused > SEEN_NOTED_MS) {
    await prisma().session.updateMany({ where: { id: session.id }, data: { updatedAt: new Date() } });
  }
  const { id, name, email } = user;
  return { kind: 'person', id, name, email, role: role.parse(user.role), sessionId: session.id };
}
