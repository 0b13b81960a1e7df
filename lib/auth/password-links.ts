import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { BadRequest, Conflict, NotFound } from '@/lib/errors';
import type { LinkAnswer, Setup } from '@/lib/interface';
import { prisma } from '@/lib/store';
import { administratorExists } from './administrators';
import { checkPassword, setPassword } from './passwords';
import { addPerson } from './people';

const INVITATION_MS = 3 * 24 * 60 * 60 * 1000;
const NOT_GOOD = 'this link was used, has expired, or is not whole; ask for a new one';

/** For whom a link is: somebody who was invited, or (null) the first administrator. */
export interface LinkPurpose {
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
}

/** A new link for a person, which ends those before it. */
export async function makeLink(personId: string): Promise<LinkAnswer> {
  const secret = `trackway_link_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + INVITATION_MS);
  await prisma().$transaction([
    prisma().passwordLink.deleteMany({ where: { personId } }),
    prisma().passwordLink.create({ data: { id: randomUUID(), secretHash: hashOf(secret), personId, expiresAt } }),
  ]);
  return { path: `/setup?token=${secret}`, expiresAt: expiresAt.toISOString() };
}

/** What a link is for, without using it. Throws `NotFound` for one that is not good. */
export async function readLink(secret: string): Promise<LinkPurpose> {
  const link = await prisma().passwordLink.findUnique({ where: { secretHash: hashOf(secret) } });
  if (link === null || link.expiresAt <= new Date()) throw new NotFound(NOT_GOOD);
  if (link.personId === null) {
    if (await administratorExists()) throw new NotFound(NOT_GOOD);
    return { person: null };
  }
  const person = await prisma().user.findUnique({ where: { id: link.personId } });
  if (person === null) throw new NotFound(NOT_GOOD);
  return { person: { id: person.id, name: person.name, email: person.email } };
}

/**
 * Sets the password that a link is for, and with the first link makes the first administrator. The link is spent. Gives the
 * e-mail address to sign in with. Throws `NotFound`, `BadRequest`, `Conflict`.
 */
export async function followLink({ token, password, name, email }: Setup): Promise<string> {
  const { person } = await readLink(token);
  const named = person ?? { name: name ?? '', email: email ?? '' };
  if (named.name === '' || named.email === '')
    throw new BadRequest('name and email: the first administrator needs both');
  checkPassword(password, named);
  await spend(token);
  const id = person?.id ?? (await addPerson({ name: named.name, email: named.email, role: 'administrator' })).id;
  await setPassword(id, password, null);
  return named.email;
}

/** Of two who follow a link at the same time one gets here first. */
async function spend(secret: string): Promise<void> {
  const { count } = await prisma().passwordLink.deleteMany({ where: { secretHash: hashOf(secret) } });
  if (count === 0) throw new Conflict(NOT_GOOD);
}

function hashOf(secret: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(secret, 'utf8').digest());
}
