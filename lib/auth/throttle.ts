import { TooMany } from '@/lib/errors';
import { pool } from '@/lib/store';

const WINDOW_MINUTES = 15;
/** From one address for one name; a person mistypes a few times. */
const PAIR_MAX = 10;
/** From one address for whatever names. */
const ADDRESS_MAX = 50;
/** For one name from everywhere: enough that nobody is shut out by a stranger who knows their address alone. */
const NAME_MAX = 200;

/**
 * Counts an attempt to sign in before it is looked at, and throws `TooMany` where there were too many within a quarter of an
 * hour. Kept in the database: a restart forgets nothing, and several processes count together.
 */
export async function countAttempt(name: string, address: string | null): Promise<void> {
  const from = address ?? 'unknown';
  const limits = [
    [`pair:${from}:${name.toLowerCase()}`, PAIR_MAX],
    [`address:${from}`, ADDRESS_MAX],
    [`name:${name.toLowerCase()}`, NAME_MAX],
  ] as const;
  for (const [key, max] of limits) {
    if ((await count(key)) > max) {
      throw new TooMany(`too many attempts to sign in; try again in ${WINDOW_MINUTES} minutes`);
    }
  }
}

/** Forgets what somebody mistyped who then got in. */
export async function forgetAttempts(name: string, address: string | null): Promise<void> {
  await pool().query('DELETE FROM sign_in_attempt WHERE key = $1', [
    `pair:${address ?? 'unknown'}:${name.toLowerCase()}`,
  ]);
}

async function count(key: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(COUNT, [key, WINDOW_MINUTES]);
  return rows[0]?.count ?? 0;
}

/** One statement, so that attempts at the same time are all counted; what is over is swept up with it. */
const COUNT = `WITH swept AS (DELETE FROM sign_in_attempt WHERE began < now() - make_interval(mins => $2) AND key <> $1)
  INSERT INTO sign_in_attempt AS old (key, count, began) VALUES ($1, 1, now())
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN old.began < now() - make_interval(mins => $2) THEN 1 ELSE old.count + 1 END,
    began = CASE WHEN old.began < now() - make_interval(mins => $2) THEN now() ELSE old.began END
  RETURNING count`;
