import { randomUUID } from 'node:crypto';
import { BadRequest, Conflict, NotFound } from '@/lib/errors';
import { type NewPerson, type PersonAnswer, type Role, role } from '@/lib/interface';
import { pool, prisma } from '@/lib/store';
import { endSessions } from './sessions';

/** Everybody who may sign in, by name. */
export async function listPeople(): Promise<PersonAnswer[]> {
  const people = await prisma().user.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: {
      accounts: { select: { id: true }, take: 1 },
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
    },
  });
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    role: role.parse(person.role),
    createdAt: person.createdAt.toISOString(),
    active: person.accounts.length > 0,
    lastSeenAt: person.sessions[0]?.updatedAt.toISOString() ?? null,
  }));
}

/** Adds somebody, who can sign in once they have a password. Throws `Conflict` for an address that is taken. */
export async function addPerson(asked: NewPerson): Promise<PersonAnswer> {
  const id = randomUUID();
  const { count } = await prisma().user.createMany({ data: [{ id, ...asked }], skipDuplicates: true });
  if (count === 0) throw new Conflict(`email: there is somebody with the address ${asked.email} already`);
  return { id, ...asked, createdAt: new Date().toISOString(), active: false, lastSeenAt: null };
}

/** Gives a person another role; their sessions end. Gives their address. Throws `NotFound`, and `Conflict` for the last administrator. */
export async function changeRole(id: string, to: Role): Promise<string> {
  const email = await changePerson(id, 'UPDATE person SET role = $2, "updatedAt" = now() WHERE id = $1', [to], to);
  await endSessions(id);
  return email;
}

/** Removes a person with their sessions. Gives their address. Throws as `changeRole`. */
export function removePerson(id: string): Promise<string> {
  return changePerson(id, 'DELETE FROM person WHERE id = $1', [], null);
}

/** The address of a person. Throws `NotFound`. */
export async function emailOf(id: string): Promise<string> {
  const person = await prisma().user.findUnique({ where: { id }, select: { email: true } });
  if (person === null) throw new NotFound('there is no such person; they may have been removed');
  return person.email;
}

/** Administrators are locked meanwhile: two of them must not remove each other at the same time. */
async function changePerson(
  id: string,
  statement: string,
  values: readonly string[],
  to: Role | null,
): Promise<string> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM person WHERE role = 'administrator' ORDER BY id FOR UPDATE`,
    );
    const { rows: people } = await client.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [id]);
    const [person] = people;
    if (person === undefined) throw new NotFound('there is no such person; they may have been removed');
    if (to !== 'administrator' && rows.length === 1 && rows[0]?.id === id) {
      throw new BadRequest('this is the last administrator; make somebody else one first');
    }
    await client.query(statement, [id, ...values]);
    await client.query('COMMIT');
    return person.email;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
