import { prisma } from '@/lib/store';
import { hashSecret, isSecret } from './secret';

/** A token that is good now. */
export type ValidToken = {
  readonly id: string;
  readonly name: string;
} & (
  | { readonly scope: 'read' }
  /** `sourceId`: the only stream that it may write to. */
  | { readonly scope: 'ingest'; readonly sourceId: string }
);

/** When it was last used is told to the minute: not every request may write a row. */
const USE_NOTED_MS = 60_000;

/**
 * The token of a secret (`presentedSecret`), or null when there is none, it expired or it was revoked. Asks the database each
 * time, so that revoking works at once.
 */
export async function findToken(secret: string): Promise<ValidToken | null> {
  if (!isSecret(secret)) return null;
  const found = await prisma().accessToken.findUnique({ where: { secretHash: hashSecret(secret) } });
  const now = new Date();
  if (found === null || found.revokedAt !== null) return null;
  if (found.expiresAt !== null && found.expiresAt <= now) return null;
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > USE_NOTED_MS) {
    await prisma().accessToken.updateMany({ where: { id: found.id }, data: { lastUsedAt: now } });
  }
  const { id, name, sourceId } = found;
  return sourceId === null ? { id, name, scope: 'read' } : { id, name, scope: 'ingest', sourceId };
}
