import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { NotFound } from '@/lib/errors';
import type { NewToken, TokenAnswer } from '@/lib/interface';
import { prisma } from '@/lib/store';
import { hashSecret, newSecret, secretStart } from './secret';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a token. Its secret is in this answer and nowhere else. `createdBy`: the name of who asked. Throws `NotFound` where there
 * is no such stream to write to.
 */
export async function makeToken(asked: NewToken, createdBy: string): Promise<TokenAnswer & { secret: string }> {
  if (asked.scope === 'ingest') await knownStream(asked.sourceId);
  const secret = newSecret(asked.scope);
  const made = await prisma().accessToken.create({
    data: {
      id: randomUUID(),
      name: asked.name,
      scope: asked.scope,
      sourceId: asked.scope === 'ingest' ? asked.sourceId : null,
      secretHash: hashSecret(secret),
      secretStart: secretStart(secret),
      createdBy,
      expiresAt: asked.days === null ? null : new Date(Date.now() + asked.days * DAY_MS),
    },
  });
  return { ...tokenAnswer(made), secret };
}

async function knownStream(id: string): Promise<void> {
  const source = await prisma().source.findUnique({ where: { id }, select: { kind: true } });
  if (source?.kind !== 'stream') throw new NotFound(`there is no stream "${id}" that a token could write to`);
}

/** All tokens that were not revoked, the newest first. */
export async function listTokens(): Promise<TokenAnswer[]> {
  const tokens = await prisma().accessToken.findMany({ where: { revokedAt: null }, orderBy: { createdAt: 'desc' } });
  return tokens.map(tokenAnswer);
}

/** Ends a token for good, and gives its name. Throws `NotFound`. */
export async function revokeToken(id: string): Promise<string> {
  const [token] = z.uuid().safeParse(id).success
    ? await prisma().accessToken.updateManyAndReturn({
        where: { id, revokedAt: null },
        data: { revokedAt: new Date() },
        select: { name: true },
      })
    : [];
  if (token === undefined) throw new NotFound('there is no such token; it may have been revoked already');
  return token.name;
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly sourceId: string | null;
  readonly secretStart: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

function tokenAnswer(row: TokenRow): TokenAnswer {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope === 'ingest' ? 'ingest' : 'read',
    sourceId: row.sourceId,
    secretStart: row.secretStart,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
