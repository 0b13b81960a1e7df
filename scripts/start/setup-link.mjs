import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

const VALID_MINUTES = 60;

/**
 * While nobody administers Trackway: makes a link with which somebody becomes its first administrator, once and within an
 * hour, and ends the one before. `lib/auth/password-links.ts` follows it.
 * @param {string} databaseUrl
 * @returns {Promise<{ path: string, minutes: number } | null>} null where there is an administrator already
 */
export async function makeSetupLink(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT 1 FROM person WHERE role = 'administrator' LIMIT 1`);
    if (rows.length > 0) return null;
    const secret = `trackway_link_${randomBytes(32).toString('base64url')}`;
    const hash = createHash('sha256').update(secret, 'utf8').digest();
    await client.query('BEGIN');
    await client.query('DELETE FROM password_link WHERE person_id IS NULL');
    await client.query(
      `INSERT INTO password_link (id, secret_hash, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))`,
      [randomUUID(), hash, VALID_MINUTES],
    );
    await client.query('COMMIT');
    return { path: `/setup?token=${secret}`, minutes: VALID_MINUTES };
  } finally {
    await client.end();
  }
}
