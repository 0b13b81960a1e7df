import type { ClientBase } from 'pg';
import { pool } from '../client';
import { type DroppedSegment, dropSegments } from '../drop-segments';
import { readOnly } from '../read-only';
import { bySource, dueLots, type Lot } from '../retention/lots';
import { readKept } from '../retention/read-lots';

/** Without a change, it is looked once in this time whether something became old. */
const SWEEP_MINUTES = 60;
/** Segments of streams that go in one transaction. */
const SEGMENTS_MAX = 32;

/** What went of a source by retention. */
export interface Expired {
  readonly source: string;
  readonly events: number;
}

/** Whether retention is to be looked after: it was changed, or was not for an hour. */
export async function retentionIsDue(): Promise<boolean> {
  const { rows } = await pool().query<{ due: boolean }>(
    `SELECT coalesce(swept_at < changed_at OR swept_at < now() - make_interval(mins => $1), true) AS due FROM retention`,
    [SWEEP_MINUTES],
  );
  return rows[0]?.due ?? false;
}

/**
 * Deletes what is to go next by retention, of one source and in one transaction, with a line in the audit trail. Null when
 * nothing more is to go, which is noted; sources that others hold just now are left for the next time.
 * Throws `Conflict` when others do not make way.
 */
export async function expireNext(client: ClientBase): Promise<Expired | null> {
  // As text: a `Date` has no microseconds, and would lie before a change of the same millisecond.
  const { rows: begun } = await pool().query<{ now: string }>('SELECT now()::text AS now');
  const { rule, lots, bytes } = await readOnly(readKept);
  const due = dueLots(lots, rule, bytes, Date.now());
  for (const [source, own] of bySource(due)) {
    const events = await inTransaction(client, () => expire(client, source, firstOf(own)));
    if (events !== null) return { source, events };
  }
  await pool().query('UPDATE retention SET swept_at = $1::timestamptz', [begun[0]?.now]);
  return null;
}

/** An upload goes whole; of a stream there may be more than one transaction should bear. */
function firstOf(lots: readonly Lot[]): number[] {
  return lots.slice(0, SEGMENTS_MAX).flatMap(({ segments }) => segments);
}

/** Null when somebody else has the source: deletes it, or reads it. */
async function expire(client: ClientBase, source: string, segments: readonly number[]): Promise<number | null> {
  // As whoever deletes or reads a source; a stream is still written to meanwhile.
  const lock = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS locked', [
    source,
  ]);
  if (lock.rows[0]?.locked !== true) return null;
  const { rows } = await client.query<DroppedSegment & { to: Date | null }>(
    `SELECT id, partition, events, "to" FROM segment
     WHERE source_id = $1 AND id = ANY ($2::int[]) AND state = 'ready' AND growth IS NULL ORDER BY id FOR UPDATE`,
    [source, segments],
  );
  if (rows.length === 0) return null;
  const files = await filesIn(client, segments);
  const events = await dropSegments(client, rows);
  const to = rows.reduce<Date | null>((last, row) => (last === null || (row.to ?? last) > last ? row.to : last), null);
  const name = await settle(client, source, { files, events, to });
  await client.query(
    `INSERT INTO audit_entry (actor, via, action, subject, path, outcome) VALUES ('retention', 'none', $1, $2, $3, 'done')`,
    [
      'deleted old events',
      `${name}: ${events} event${events === 1 ? '' : 's'}${to === null ? '' : ` up to ${to.toISOString()}`}`,
      `/sources/${source}`,
    ],
  );
  return events;
}

async function filesIn(client: ClientBase, segments: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ file: number }>(
    'SELECT DISTINCT file FROM raw_block WHERE segment = ANY ($1::int[])',
    [segments],
  );
  return rows.map(({ file }) => file);
}

interface Gone {
  readonly files: readonly number[];
  readonly events: number;
  readonly to: Date | null;
}

/**
 * Takes the files out of a source, with those that had the same bytes, and what they had out of its totals; notes how much went.
 * Answers its name. The size of an upload stays what was uploaded.
 */
async function settle(client: ClientBase, source: string, { files, events, to }: Gone): Promise<string> {
  const { rows } = await client.query<{ lines: string; unparsed: string; bytes: string }>(
    `WITH gone AS (
       DELETE FROM file WHERE source_id = $1 AND (id = ANY ($2::int[]) OR duplicate_of = ANY ($2::int[]))
       RETURNING lines, unparsed, bytes, duplicate_of)
     SELECT coalesce(sum(lines), 0)::text AS lines, coalesce(sum(unparsed), 0)::text AS unparsed,
       coalesce(sum(bytes), 0)::text AS bytes FROM gone WHERE duplicate_of IS NULL`,
    [source, files],
  );
  const { lines = '0', unparsed = '0', bytes = '0' } = rows[0] ?? {};
  const updated = await client.query<{ name: string }>(
    `UPDATE source SET events = events - $2, lines = lines - $3, unparsed = unparsed - $4,
       bytes = CASE WHEN kind = 'stream' THEN bytes - $5 ELSE bytes END,
       bytes_received = CASE WHEN kind = 'stream' THEN bytes_received - $5 ELSE bytes_received END,
       bytes_read = CASE WHEN kind = 'stream' THEN bytes_read - $5 ELSE bytes_read END,
       expired_events = expired_events + $2, expired_to = greatest(expired_to, $6), expired_at = now()
     WHERE id = $1 RETURNING name`,
    [source, events, lines, unparsed, bytes, to],
  );
  return updated.rows[0]?.name ?? source;
}

async function inTransaction<Answer>(client: ClientBase, work: () => Promise<Answer>): Promise<Answer> {
  await client.query(`BEGIN; SET LOCAL timezone = 'UTC'`);
  try {
    const answer = await work();
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
