import type { ClientBase } from 'pg';

/** Held while patterns are stored: one process at a time. */
export const PATTERN_STORE_LOCK = 20_261_204;
/** Held by whoever has stored patterns that events still to be committed name. */
const PATTERN_USE_LOCK = 20_261_205;

/** Keeps patterns from being removed until the transaction ends. */
export async function keepPatterns(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [PATTERN_USE_LOCK]);
}

/**
 * Removes the patterns that no event names any more. Does nothing while somebody is writing events: what is left then goes with the
 * next source.
 */
export async function removeUnusedPatterns(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS free', [
    PATTERN_USE_LOCK,
  ]);
  if (rows[0]?.free !== true) return;
  // Two questions: on Citus, no statement may join a table of events with an ordinary one.
  const used = await client.query<{ pattern: string }>(
    'SELECT DISTINCT pattern FROM event_part WHERE pattern IS NOT NULL',
  );
  await client.query('DELETE FROM pattern WHERE id <> ALL ($1::text[])', [used.rows.map(({ pattern }) => pattern)]);
}
