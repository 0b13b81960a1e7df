import { NotFound } from '@/lib/errors';
import type { RetentionRule, SourceRetention } from '@/lib/interface';
import { pool } from '../client';
import { explain } from '../read-only';
import { SOURCE_CHANNEL } from '../write/source-rows';

/** Sets how long logs are kept that say nothing of their own; the reader carries it out when it has nothing to read. */
export async function changeRetention({ keepDays, countsFrom, sizeMax }: RetentionRule): Promise<void> {
  await change('UPDATE retention SET keep_days = $1, counts_from = $2, size_max = $3, changed_at = now()', [
    keepDays,
    countsFrom,
    sizeMax,
  ]);
}

/** Gives a source a word of its own on how long it is kept, or takes it back; answers its name. Throws `NotFound`. */
export async function changeSourceRetention(id: string, { own, keepDays }: SourceRetention): Promise<string> {
  const [source] = await change<{ name: string }>(
    `WITH changed AS (UPDATE source SET keep_own = $2, keep_days = $3 WHERE id::text = $1 RETURNING name),
       noted AS (UPDATE retention SET changed_at = now() WHERE EXISTS (SELECT FROM changed))
     SELECT name FROM changed`,
    [id.toLowerCase(), own, own ? keepDays : null],
  );
  if (source === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  return source.name;
}

async function change<Row extends object>(statement: string, values: readonly unknown[]): Promise<Row[]> {
  try {
    const { rows } = await pool().query<Row & { [column: string]: unknown }>(statement, [...values]);
    // The reader sleeps between its looks.
    await pool().query('SELECT pg_notify($1, $2)', [SOURCE_CHANNEL, 'retention']);
    return rows;
  } catch (error) {
    throw explain(error);
  }
}
