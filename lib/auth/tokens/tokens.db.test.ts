import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { closeStore, createStream, pool } from '@/lib/store';
import { findToken } from './find-token';
import { listTokens, makeToken, revokeToken } from './make-token';

beforeEach(async () => {
  await pool().query('TRUNCATE access_token');
});
afterAll(closeStore);

const read = { name: 'Grafana', scope: 'read', days: null } as const;

it('a token is found by its secret, which is stored nowhere', async () => {
  const { id: sourceId } = await createStream('a stream');
  const made = await makeToken({ name: 'Vector', scope: 'ingest', sourceId, days: 30 }, 'Ada');
  expect(await findToken(made.secret)).toEqual({ id: made.id, name: 'Vector', scope: 'ingest', sourceId });
  const { rows } = await pool().query<{ row: string }>('SELECT access_token::text AS row FROM access_token');
  expect(rows[0]?.row).not.toContain(made.secret);
  expect(await listTokens()).toMatchObject([
    { name: 'Vector', createdBy: 'Ada', secretStart: made.secret.slice(0, 20), expiresAt: made.expiresAt },
  ]);
});

it.each([randomUUID(), null])('writes to no source but a stream', async (unknown) => {
  const sourceId = unknown ?? (await insertUpload());
  const made = makeToken({ name: 'Vector', scope: 'ingest', sourceId, days: null }, 'Ada');
  await expect(made).rejects.toThrow(/no stream/);
});

/** A source to which nothing can be pushed. */
async function insertUpload(): Promise<string> {
  const id = randomUUID();
  await pool().query(`INSERT INTO source (id, name, state) VALUES ($1, 'an upload', 'ready')`, [id]);
  return id;
}

it('another secret finds nothing', async () => {
  const { secret } = await makeToken(read, 'Ada');
  const last = secret.endsWith('A') ? 'E' : 'A';
  expect(await findToken(`${secret.slice(0, -1)}${last}`)).toBeNull();
  expect(await findToken('')).toBeNull();
});

it('a token that was revoked or has expired is none', async () => {
  const [first, second] = [await makeToken(read, 'Ada'), await makeToken({ ...read, days: 1 }, 'Ada')];
  await revokeToken(first.id);
  expect(await findToken(first.secret)).toBeNull();
  await expect(revokeToken(first.id)).rejects.toThrow(/no such token/);
  expect(await findToken(second.secret)).toMatchObject({ scope: 'read' });
  await pool().query(`UPDATE access_token SET expires_at = now() - interval '1 second' WHERE id = $1`, [second.id]);
  expect(await findToken(second.secret)).toBeNull();
});

it('its last use is written down once a minute', async () => {
  const { id, secret } = await makeToken(read, 'Ada');
  const used = async () => (await listTokens()).find((token) => token.id === id)?.lastUsedAt;
  expect(await used()).toBeNull();
  await findToken(secret);
  const first = await used();
  expect(first).toEqual(expect.any(String));
  await findToken(secret);
  expect(await used()).toBe(first);
  await pool().query(`UPDATE access_token SET last_used_at = last_used_at - interval '2 minutes'`);
  await findToken(secret);
  expect(Date.parse((await used()) ?? '')).toBeGreaterThanOrEqual(Date.parse(first ?? ''));
});
