import type { Pool } from 'pg';
import { logger } from '@/lib/logger';

/** Made when the database is opened (`scripts/question-role.mjs`); may read what questions read, and nothing else. */
const ROLE = 'trackway_question';
/** What says that it may not be used: it may not be become, it does not exist, or it may not read. */
const MISSING: ReadonlySet<unknown> = new Set(['42501', '22023']);

const known = new WeakMap<Pool, boolean>();

/** The statement that puts a transaction into the role of questions; empty where the database has none that can be used. */
export async function becomeQuestionRole(connections: Pool): Promise<string> {
  const usable = known.get(connections) ?? (await isUsable(connections));
  return usable ? `SET LOCAL ROLE ${ROLE};` : '';
}

async function isUsable(connections: Pool): Promise<boolean> {
  const client = await connections.connect();
  let broken = false;
  try {
    // Citus would ask its workers in the name of this role, which cannot log in there.
    const { rowCount } = await client.query("SELECT FROM pg_extension WHERE extname = 'citus'");
    if ((rowCount ?? 0) === 0) {
      await client.query(
        `BEGIN READ ONLY; SET LOCAL ROLE ${ROLE}; SELECT FROM event, event_row, event_part, segment LIMIT 0; COMMIT`,
      );
    }
    known.set(connections, rowCount === 0);
    return rowCount === 0;
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    if (!isMissing(error)) throw error;
    if (!known.has(connections)) {
      logger.warn(`questions run read-only, but not in a role of their own: ${ROLE} cannot be used`, { error });
    }
    known.set(connections, false);
    return false;
  } finally {
    client.release(broken);
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && MISSING.has(error.code);
}
