import type { PoolClient } from 'pg';
import { Conflict } from '@/lib/errors';
import { TIME_GUESS } from '@/lib/events';
import type { SourcePatch } from '@/lib/interface';
import { type LockedSource, withSource } from './source-lock';

const DAY_MS = 86_400_000;

/**
 * Takes a person's word on times that name no zone or no year (null takes it back) and moves the events whose times were
 * guessed. Everything moves in one transaction. Throws `NotFound`, and `Conflict` while the source is being read.
 */
export async function patchSource(id: string, patch: SourcePatch): Promise<void> {
  await withSource(id.toLowerCase(), async (client, source) => {
    if (source.state === 'reading') {
      throw new Conflict('the source is still being read; its times can be put right when it is ready');
    }
    const zoneMinutes = patch.zoneMinutes === undefined ? source.zoneMinutes : patch.zoneMinutes;
    const year = patch.year === undefined ? source.year : patch.year;
    await client.query('UPDATE source SET zone_minutes = $2, year = $3 WHERE id = $1', [source.id, zoneMinutes, year]);
    const { rows } = await client.query<{ id: number }>('SELECT id FROM segment WHERE source_id = $1', [source.id]);
    const segments = rows.map((row) => row.id);
    const later = (source.zoneMinutes ?? 0) - (zoneMinutes ?? 0);
    if (later !== 0) await moveByMinutes(client, segments, later);
    if (year !== source.year) await moveToYear(client, segments, source, year, zoneMinutes ?? 0);
    if (later !== 0 || year !== source.year) await renewRanges(client, segments);
  });
}

async function moveByMinutes(client: PoolClient, segments: number[], minutes: number): Promise<void> {
  await client.query(
    `UPDATE event SET "time" = "time" + make_interval(mins => $2)
     WHERE segment = ANY ($1::int[]) AND "time" IS NOT NULL AND time_guess & ${TIME_GUESS.zone} <> 0`,
    [segments, minutes],
  );
}

/**
 * Moves each file as a whole, so that a file over the turn of a year keeps its order: its last event comes to lie in the
 * year, or, when the word is taken back, in the latest year that is not after the upload's own date.
 */
async function moveToYear(
  client: PoolClient,
  segments: number[],
  source: LockedSource,
  year: number | null,
  zoneMinutes: number,
): Promise<void> {
  const { rows } = await client.query<{ file: number; last: Date }>(
    `SELECT file, max("time") AS last FROM event
     WHERE segment = ANY ($1::int[]) AND "time" IS NOT NULL AND time_guess & ${TIME_GUESS.year} <> 0 GROUP BY file`,
    [segments],
  );
  const newest = (source.modified ?? source.created).getTime() + DAY_MS;
  const years = rows.map(({ last }) => yearsToMove(new Date(last.getTime() + zoneMinutes * 60_000), year, newest));
  await client.query(
    `UPDATE event SET "time" = event."time" + make_interval(years => move.years)
     FROM unnest($2::int[], $3::int[]) AS move(file, years)
     WHERE event.segment = ANY ($1::int[]) AND event.file = move.file AND move.years <> 0
       AND event."time" IS NOT NULL AND event.time_guess & ${TIME_GUESS.year} <> 0`,
    [segments, rows.map((row) => row.file), years],
  );
}

function yearsToMove(last: Date, year: number | null, newest: number): number {
  if (year !== null) return year - last.getUTCFullYear();
  const moved = new Date(last);
  moved.setUTCFullYear(new Date(newest).getUTCFullYear());
  if (moved.getTime() > newest) moved.setUTCFullYear(moved.getUTCFullYear() - 1);
  return moved.getUTCFullYear() - last.getUTCFullYear();
}

/** What was summed up over times is made anew; column blocks and value counts go, and the same questions run as SQL. */
async function renewRanges(client: PoolClient, segments: number[]): Promise<void> {
  await client.query('DELETE FROM column_block WHERE segment = ANY ($1::int[])', [segments]);
  await client.query('DELETE FROM value_count WHERE segment = ANY ($1::int[])', [segments]);
  await client.query(
    `UPDATE raw_block SET "from" = range.first, "to" = range.last
     FROM (SELECT segment, block, min("time") AS first, max("time") AS last FROM event
           WHERE segment = ANY ($1::int[]) GROUP BY segment, block) AS range
     WHERE raw_block.segment = range.segment AND raw_block.block = range.block AND raw_block.segment = ANY ($1::int[])`,
    [segments],
  );
  for (const [table, key] of [
    ['segment', 'segment'],
    ['file', 'file'],
  ] as const) {
    await client.query(
      `UPDATE ${table} SET "from" = range.first, "to" = range.last
       FROM (SELECT ${key} AS id, min("time") AS first, max("time") AS last FROM event
             WHERE segment = ANY ($1::int[]) GROUP BY ${key}) AS range
       WHERE ${table}.id = range.id`,
      [segments],
    );
  }
}
