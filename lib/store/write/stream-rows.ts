import type { ClientBase } from 'pg';
import { type Corrections, corrections } from '@/lib/interface';
import { sql } from '@/lib/query';
import { pool } from '../client';
import { SAID } from '../pending-files';
import type { StreamBatch } from './stream-batch';

const BATCH_HOURS = 24;
const KEY_HOURS = 6;

/** What stands in the way of writing to a stream: it is not there, or somebody is deleting it just now. */
export type Obstacle = 'gone' | 'locked';

/** Streams as they are until the transaction ends. */
export interface LockedStreams {
  /** A person's word on each. */
  readonly said: ReadonlyMap<string, Corrections>;
  /** Those that cannot be had. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
}

/**
 * Keeps others from deleting or correcting the streams until the transaction ends. Whoever deletes one may take a minute, for
 * which nobody else's batches wait.
 */
export async function lockStreams(client: ClientBase, ids: readonly string[]): Promise<LockedStreams> {
  const locked = await client.query<{ id: string; said: unknown }>(
    sql`SELECT id::text AS id, ${SAID} AS said FROM source WHERE id = ANY (${ids}::uuid[]) AND kind = 'stream'
        ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`.toQuery(),
  );
  const said = new Map(locked.rows.map((row) => [row.id, corrections.parse(row.said)]));
  const missing = ids.filter((id) => !said.has(id));
  if (missing.length === 0) return { said, obstacles: new Map() };
  const there = await client.query<{ id: string }>(
    `SELECT id::text AS id FROM source WHERE id = ANY ($1::uuid[]) AND kind = 'stream'`,
    [missing],
  );
  const busy = new Set(there.rows.map(({ id }) => id));
  return { said, obstacles: new Map(missing.map((id) => [id, busy.has(id) ? 'locked' : 'gone'])) };
}

/** Notes that the batches are stored; answers those that were not before. */
export async function rememberBatches(
  client: ClientBase,
  batches: readonly StreamBatch[],
): Promise<ReadonlySet<StreamBatch>> {
  const named = batches.filter(({ digest }) => digest !== null);
  const { rows } = await client.query<{ source: string; digest: Buffer }>(
    `INSERT INTO batch (source, digest) SELECT * FROM unnest($1::uuid[], $2::bytea[])
     ON CONFLICT DO NOTHING RETURNING source::text AS source, digest`,
    [named.map(({ source }) => source), named.map(({ digest }) => digest)],
  );
  const added = new Set(rows.map(nameOf));
  // Of two that are the same, the first is stored.
  return new Set(batches.filter((batch) => batch.digest === null || added.delete(nameOf(batch))));
}

function nameOf({ source, digest }: { readonly source: string; readonly digest: Buffer | null }): string {
  return `${source} ${digest?.toString('hex') ?? ''}`;
}

/** For each batch, its keys under which a record was stored already: earlier, or with a batch before it. As hexadecimal text. */
export async function knownKeys(
  client: ClientBase,
  batches: readonly StreamBatch[],
): Promise<ReadonlyMap<StreamBatch, ReadonlySet<string>>> {
  const seen = new Set<string>();
  const known = new Map<StreamBatch, ReadonlySet<string>>();
  for (const batch of batches.filter(({ keys }) => keys.length > 0)) {
    const { rows } = await client.query<{ key: Buffer }>(
      'SELECT key FROM record_key WHERE source = $1 AND key = ANY ($2::bytea[])',
      [batch.source, batch.keys],
    );
    const own = new Set(rows.map(({ key }) => key.toString('hex')));
    for (const key of batch.keys) {
      const hex = key.toString('hex');
      if (seen.has(`${batch.source} ${hex}`)) own.add(hex);
    }
    for (const key of batch.keys) seen.add(`${batch.source} ${key.toString('hex')}`);
    known.set(batch, own);
  }
  return known;
}

export async function rememberKeys(client: ClientBase, batches: readonly StreamBatch[]): Promise<void> {
  for (const { source, keys } of batches) {
    if (keys.length === 0) continue;
    await client.query('INSERT INTO record_key (source, key) SELECT $1, unnest($2::bytea[]) ON CONFLICT DO NOTHING', [
      source,
      keys,
    ]);
  }
}

/** What came to a stream. */
export interface StreamGrowth {
  readonly events: number;
  readonly lines: number;
  readonly unparsed: number;
  readonly bytes: number;
}

/** Adds to the totals of a stream. */
export async function addToStream(client: ClientBase, id: string, growth: StreamGrowth): Promise<void> {
  await client.query(
    `UPDATE source SET seen_at = now(), events = events + $2, lines = lines + $3, unparsed = unparsed + $4,
       bytes = bytes + $5, bytes_received = bytes_received + $5, bytes_read = bytes_read + $5
     WHERE id = $1`,
    [id, growth.events, growth.lines, growth.unparsed, growth.bytes],
  );
}

/** Forgets batches and keys that are too old to matter. */
export async function forgetOldBatches(): Promise<void> {
  await pool().query(`DELETE FROM batch WHERE at < now() - make_interval(hours => $1)`, [BATCH_HOURS]);
  await pool().query(`DELETE FROM record_key WHERE at < now() - make_interval(hours => $1)`, [KEY_HOURS]);
}

/** Segments that take no more and whose columns are still to be stored. */
export async function grownSegments(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>(`SELECT id FROM segment WHERE growth = 'grown' ORDER BY id`);
  return rows.map(({ id }) => id);
}
