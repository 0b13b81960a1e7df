import { type RetentionRule, retentionRule } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import type { Reader } from '../read-only';
import type { Lot } from './lots';

/** All that retention decides by. */
export interface Kept {
  readonly rule: RetentionRule;
  readonly lots: readonly Lot[];
  /** Of original text, also of what cannot go yet. */
  readonly bytes: number;
}

/** The rule, and everything that could go by one: nothing that is read just now or that a stream still appends to. */
export async function readKept(reader: Pick<Reader, 'rows'>): Promise<Kept> {
  return { rule: await readRule(reader), lots: await reader.rows<Lot>(LOTS), bytes: await storedBytes(reader) };
}

/** The rule for all. */
export async function readRule(reader: Pick<Reader, 'rows'>): Promise<RetentionRule> {
  const [row] = await reader.rows<{ size: string | null; [column: string]: unknown }>(
    sql`SELECT keep_days AS "keepDays", counts_from AS "countsFrom", size_max::text AS size FROM retention`,
  );
  if (row === undefined) throw new Error('the table "retention" has lost its row; apply the migrations anew');
  return retentionRule.parse({ ...row, sizeMax: row.size === null ? null : Number(row.size) });
}

/** Bytes of original text in the store. */
export async function storedBytes(reader: Pick<Reader, 'rows'>): Promise<number> {
  const [row] = await reader.rows<{ bytes: string | null }>(sql`SELECT sum(bytes)::text AS bytes FROM segment`);
  return Number(row?.bytes ?? 0);
}

const LOTS: Sql = sql`
  SELECT source.id::text AS source, source.name, array_agg(segment.id ORDER BY segment.id) AS segments,
    sum(segment.events)::float8 AS events, sum(segment.bytes)::float8 AS bytes,
    (extract(epoch FROM max(segment."to")) * 1000)::float8 AS newest,
    (extract(epoch FROM CASE WHEN source.kind = 'stream' THEN max(coalesce(segment.grown_at, segment.created_at))
                             ELSE source.created_at END) * 1000)::float8 AS arrived,
    source.keep_own AS own, source.keep_days AS "ownDays"
  FROM source JOIN segment ON segment.source_id = source.id
  WHERE source.state IN ('ready', 'failed') AND segment.state = 'ready' AND segment.growth IS NULL
  GROUP BY source.id, CASE WHEN source.kind = 'stream' THEN segment.id END
  ORDER BY source.id, min(segment.id)`;
