import type { PoolClient } from 'pg';
import { sql } from '@/lib/query';
import { PENDING } from '../pending-files';
import { inTransaction } from '../transaction';

/** How reading ended. */
export interface Outcome {
  readonly state: 'ready' | 'failed';
  readonly sha256: string | null;
  readonly note: string | null;
  readonly error: string | null;
}

/**
 * Closes a source: its totals become the sums over its files. One that was corrected meanwhile stays in the state
 * `reading`, without an upload: its files are read again.
 */
export async function finishReading(id: string, outcome: Outcome): Promise<void> {
  await closing(id, async (client, pending) => {
    await client.query('UPDATE source SET sha256 = $2, note = $3, error = $4, spool = NULL WHERE id = $1', [
      id,
      outcome.sha256,
      outcome.note,
      outcome.error,
    ]);
    return outcome.state === 'ready' && pending ? 'reading' : outcome.state;
  });
}

/** Closes a source whose files were read again. `note` says why some were not; null when all were, or more are to be. */
export async function finishRereading(id: string, note: string | null): Promise<void> {
  await closing(id, async (client, pending) => {
    await client.query('UPDATE source SET note = $2 WHERE id = $1', [id, note]);
    return pending && note === null ? 'reading' : 'ready';
  });
}

type Close = (client: PoolClient, pending: boolean) => Promise<'ready' | 'failed' | 'reading'>;

/** The lock on the row keeps corrections away between the look at what is pending and the change of the state. */
async function closing(id: string, close: Close): Promise<void> {
  await inTransaction(async (client) => {
    await client.query('SELECT id FROM source WHERE id = $1 FOR UPDATE', [id]);
    const { rowCount } = await client.query(
      sql`SELECT file.id FROM file JOIN source ON source.id = file.source_id
          WHERE source.id = ${id}::uuid AND ${PENDING} LIMIT 1`.toQuery(),
    );
    const state = await close(client, rowCount !== 0);
    await client.query(CLOSE, [id, state]);
  });
}

const CLOSE = `UPDATE source SET state = $2, ready_at = CASE WHEN $2 = 'reading' THEN NULL ELSE now() END,
    read_from = CASE WHEN $2 = 'reading' THEN NULL ELSE read_from END, bytes_read = CASE WHEN $2 = 'reading' THEN 0 ELSE bytes END,
    cancelled = cancelled AND $2 <> 'reading', attempts = CASE WHEN $2 = 'reading' THEN 0 ELSE attempts END,
    events = totals.events, lines = totals.lines, unparsed = totals.unparsed
  FROM (SELECT coalesce(sum(events), 0) AS events, coalesce(sum(lines), 0) AS lines, coalesce(sum(unparsed), 0) AS unparsed
        FROM file WHERE source_id = $1) AS totals
  WHERE id = $1`;
