import { z } from 'zod';
import { logTypeCode, logTypeFromCode } from '@/lib/events';
import type { PinsAnswer, PinsParameters } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { readOnly } from '../read-only';
import { rangeOf, wholeSecond } from '../selection';
import { isoFromText, micros } from '../times';

/** How many are told at most; `total` counts all. */
const PINS_MAX = 10_000;

interface PinRow {
  readonly event: string;
  readonly type: number;
  readonly time: string | null;
  readonly reason: unknown;
  readonly by: string;
  readonly slug: string;
  readonly summary: unknown;
}

/**
 * The events of this store that are pinned in hunts that are not archived, the latest first. Those that came with an imported
 * hunt and are not of this store are left out. Throws `BadRequest` for a time.
 */
export function readPins(parameters: PinsParameters, signal?: AbortSignal): Promise<PinsAnswer> {
  return readOnly(async (reader) => {
    const from = sql`FROM evidence_copy JOIN hunt ON hunt.id = evidence_copy.hunt WHERE ${filterOf(parameters)}`;
    const rows = await reader.rows<PinRow>(sql`
      SELECT evidence_copy.event, evidence_copy.type, ${micros(sql`evidence_copy.time`)} AS time, evidence_copy.reason,
        evidence_copy.pinned_by AS by, hunt.slug, hunt.summary
      ${from} ORDER BY evidence_copy.time DESC NULLS LAST, evidence_copy.event, hunt.slug LIMIT ${PINS_MAX}`);
    const [counted] = await reader.rows<{ count: string }>(sql`SELECT count(*) AS count ${from}`);
    return { total: Number(counted?.count ?? 0), pins: rows.map(pinOf) };
  }, signal);
}

function filterOf({ type, ...range }: PinsParameters): Sql {
  const { from, to } = rangeOf(range, wholeSecond());
  const conditions = [sql`evidence_copy.reason IS NOT NULL AND NOT evidence_copy.imported AND NOT hunt.archived`];
  if (type.length > 0) conditions.push(sql`evidence_copy.type = ANY (${type.map(logTypeCode)}::smallint[])`);
  if (from !== null) conditions.push(sql`evidence_copy.time >= ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`evidence_copy.time < ${to.toISOString()}::timestamptz`);
  return sql.join(conditions, sql` AND `);
}

const reasonOf = z.string();
const titled = z.object({ title: z.string() });

function pinOf({ event, type, time, reason, by, slug, summary }: PinRow): PinsAnswer['pins'][number] {
  return {
    ...{ event, by },
    type: logTypeFromCode(type),
    time: isoFromText(time),
    reason: reasonOf.parse(reason),
    hunt: { slug, title: titled.parse(summary).title },
  };
}
