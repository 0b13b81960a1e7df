import { prisma } from '@/lib/store';
import { withoutSecrets } from '@/lib/without-secrets';
import { nameOf, type Principal } from '../principal';

export interface Deed {
  readonly principal: Principal;
  /** What the rule of the operation calls it. */
  readonly action: string;
  /** Path and parameters of the request. */
  readonly path: string;
  readonly address: string | null;
}

const TEXT_LENGTH_MAX = 1000;

/**
 * Writes down what is about to be done, and gives its entry to be closed. Throws when it cannot be written: what belongs in
 * the trail is not done without.
 */
export async function begin(deed: Deed): Promise<bigint> {
  const { id } = await write(deed, 'begun');
  return id;
}

/** Writes down at once what was done, or not, by nobody that we know. */
export async function tell(deed: Deed, outcome: 'done' | 'failed', subject: string | null): Promise<void> {
  await write(deed, outcome, subject);
}

const JUST_MS = 60_000;

/** Whether the trail says that the same was done to the same, by the same from the same address, within the last minute. */
export async function wasJustDone({ principal, action, path, address }: Deed): Promise<boolean> {
  const time = { gte: new Date(Date.now() - JUST_MS) };
  const same = { ...actorOf(principal), action, path: clean(path), address, outcome: 'done' };
  return (await prisma().auditEntry.findFirst({ where: { ...same, time }, select: { id: true } })) !== null;
}

/** Closes an entry. `subject`: what it was done to, as far as that is known only now. */
export async function close(id: bigint, outcome: 'done' | 'failed', subject: string | null): Promise<void> {
  const told = subject === null ? {} : { subject: clean(subject) };
  await prisma().auditEntry.updateMany({ where: { id }, data: { outcome, ...told } });
}

/** Writes down what somebody wanted and may not. */
export async function refuse(deed: Deed): Promise<void> {
  await write(deed, 'refused');
}

function write(
  { principal, action, path, address }: Deed,
  outcome: 'begun' | 'done' | 'failed' | 'refused',
  subject: string | null = null,
) {
  return prisma().auditEntry.create({
    data: {
      ...actorOf(principal),
      action,
      path: clean(path),
      address,
      outcome,
      subject: subject === null ? null : clean(subject),
    },
    select: { id: true },
  });
}

const VIA = { anonymous: 'none', local: 'local', person: 'session', token: 'token' } as const;

function actorOf(principal: Principal) {
  const id = principal.kind === 'person' ? principal.id : principal.kind === 'token' ? principal.token.id : null;
  return { actor: nameOf(principal), actorId: id, via: VIA[principal.kind] };
}

/** No secrets, nothing that PostgreSQL cannot keep, and not without end. */
function clean(text: string): string {
  return withoutSecrets(text).replaceAll('\0', '\uFFFD').toWellFormed().slice(0, TEXT_LENGTH_MAX);
}
