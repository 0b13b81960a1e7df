import { NotFound } from '@/lib/errors';
import type { SessionsAnswer } from '@/lib/interface';
import { prisma } from '@/lib/store';
import { betterAuthInstance } from './better-auth';
import type { Person } from './principal';
import { IDLE_MS } from './session-person';

/** The sessions of a person that are not over, the last used first. */
export async function listSessions(person: Person): Promise<SessionsAnswer> {
  const now = Date.now();
  const sessions = await prisma().session.findMany({
    where: { userId: person.id, expiresAt: { gt: new Date(now) }, updatedAt: { gt: new Date(now - IDLE_MS) } },
    orderBy: { updatedAt: 'desc' },
  });
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      current: session.id === person.sessionId,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.updatedAt.toISOString(),
      address: session.ipAddress,
      userAgent: session.userAgent,
    })),
  };
}

/** Ends one session of a person. Throws `NotFound`, also for somebody else's. */
export async function endSession(person: Person, id: string): Promise<void> {
  const { count } = await prisma().session.deleteMany({ where: { id, userId: person.id } });
  if (count === 0) throw new NotFound('there is no such session of yours; it may be over');
}

/** Ends all sessions of a person but one. */
export async function endSessions(personId: string, except: string | null = null): Promise<void> {
  await prisma().session.deleteMany({
    where: { userId: personId, ...(except === null ? {} : { id: { not: except } }) },
  });
}

/** Signs out: this session or all of them. Gives the cookies that end it in the browser. */
export async function signOutPerson(person: Person, everywhere: boolean, headers: Headers): Promise<readonly string[]> {
  if (everywhere) await endSessions(person.id);
  else await prisma().session.deleteMany({ where: { id: person.sessionId } });
  const auth = await betterAuthInstance();
  const response = await auth.api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}
