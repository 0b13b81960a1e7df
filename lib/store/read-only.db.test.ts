import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cancelled, TooSlow } from '@/lib/errors';
import { sql } from '@/lib/query';
import { closeStore, pool } from './client';
import { readOnly } from './read-only';

afterAll(closeStore);

it('a question cannot change anything', async () => {
  await expect(readOnly((reader) => reader.rows(sql`DELETE FROM source`))).rejects.toThrow(
    /read-only transaction|permission denied/,
  );
});

describe('in a role of their own', () => {
  beforeAll(async () => {
    await pool().query('CREATE TABLE kept_from_questions (secret text)');
  });
  afterAll(async () => {
    await pool().query('DROP TABLE kept_from_questions');
  });

  it('questions can read events', async () => {
    const rows = await readOnly((reader) =>
      reader.rows(sql`SELECT current_user AS name, (SELECT count(*)::int FROM event) AS events`),
    );
    expect(rows).toEqual([{ name: 'trackway_question', events: expect.any(Number) }]);
  });

  it.each([
    ['another table', sql`SELECT secret FROM kept_from_questions`],
    ['a password', sql`SELECT rolpassword FROM pg_authid`],
    ['a file', sql`SELECT pg_read_file('postgresql.conf')`],
  ])('a question cannot read %s', async (_what, statement) => {
    await expect(readOnly((reader) => reader.rows(statement))).rejects.toThrow('permission denied');
  });

  it('even without the read-only mode nothing can be written', async () => {
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL ROLE trackway_question');
      await expect(client.query('DELETE FROM source')).rejects.toThrow('permission denied');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

it('where the database has no such role questions are answered all the same', async () => {
  await pool().query('REVOKE SELECT ON segment FROM trackway_question');
  try {
    await closeStore();
    const rows = await readOnly((reader) =>
      reader.rows(sql`SELECT current_user = session_user AS own FROM (VALUES (1)) AS one`),
    );
    expect(rows).toEqual([{ own: true }]);
    await expect(readOnly((reader) => reader.rows(sql`DELETE FROM source`))).rejects.toThrow('read-only transaction');
  } finally {
    await pool().query('GRANT SELECT ON segment TO trackway_question');
    await closeStore();
  }
});

it('a question that takes too long is ended and says so', async () => {
  const asked = readOnly(async (reader) => {
    await reader.rows(sql`SELECT set_config('statement_timeout', '50', true)`);
    return reader.rows(sql`SELECT pg_sleep(10)`);
  });
  await expect(asked).rejects.toBeInstanceOf(TooSlow);
});

it('a client that goes away ends the work in the database', async () => {
  const client = new AbortController();
  const asked = readOnly((reader) => reader.rows(sql`SELECT pg_sleep(30), 'left alone'`), client.signal);
  while ((await sleepers()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  client.abort();
  await expect(asked).rejects.toBeInstanceOf(Cancelled);
  expect(await sleepers()).toBe(0);
});

it('a client that is gone already asks nothing', async () => {
  await expect(readOnly(async () => 1, AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
});

it('connections are free again after failures', async () => {
  for (let round = 0; round < 30; round += 1) {
    await expect(readOnly((reader) => reader.rows(sql`SELECT 1 / 0`))).rejects.toThrow('division by zero');
  }
  expect(pool().idleCount).toBe(pool().totalCount);
});

async function sleepers(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE state = 'active' AND query LIKE '%left alone%' AND pid <> pg_backend_pid()`,
  );
  return rows[0]?.count ?? 0;
}
