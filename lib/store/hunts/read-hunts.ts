import { contentSummary } from '@/lib/hunts';
import type { HuntSummary, HuntsAnswer, HuntsParameters } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { type Reader, readOnly } from '../read-only';
import { micros } from '../times';
import { type HuntRow, keptOf } from './hunt-rows';

/** The hunts that pass a filter, the latest changed first. */
export function readHunts(parameters: HuntsParameters, signal?: AbortSignal): Promise<HuntsAnswer> {
  return readOnly(async (reader) => {
    const { archived } = parameters;
    const filter = filterOf(parameters);
    const shown = archived === 'all' ? sql`true` : sql`hunt.archived = ${archived === 'only'}::boolean`;
    return {
      hunts: await summaries(reader, sql`${filter} AND ${shown}`),
      hidden: archived === 'no' ? await count(reader, sql`${filter} AND hunt.archived`) : 0,
    };
  }, signal);
}

function filterOf({ status, tag, owner, technique, contains }: HuntsParameters): Sql {
  const conditions = [sql`true`];
  if (status !== undefined) conditions.push(sql`hunt.status = ${status}`);
  if (tag !== undefined) conditions.push(sql`${tag}::text = ANY (hunt.tags)`);
  if (owner !== undefined) conditions.push(sql`hunt.owner = ${owner}`);
  if (technique !== undefined) conditions.push(isOrIsBelow(technique));
  if (contains !== undefined && contains !== '') {
    conditions.push(sql`strpos(lower(hunt.words), lower(${contains}::text)) > 0`);
  }
  return sql.join(conditions, sql` AND `);
}

/** A technique, or a sub-technique of it. */
function isOrIsBelow(technique: string): Sql {
  return sql`EXISTS (SELECT FROM unnest(hunt.techniques) AS own (id)
    WHERE own.id = ${technique} OR starts_with(own.id, ${`${technique}.`}::text))`;
}

type SummaryRow = Pick<HuntRow, 'slug' | 'version' | 'created' | 'created_by' | 'updated' | 'updated_by'> & {
  readonly summary: unknown;
};

async function summaries(reader: Reader, condition: Sql): Promise<HuntSummary[]> {
  const rows = await reader.rows<SummaryRow>(sql`
    SELECT hunt.slug, hunt.version, hunt.summary, ${micros(sql`hunt.created_at`)} AS created, hunt.created_by,
      ${micros(sql`hunt.updated_at`)} AS updated, hunt.updated_by
    FROM hunt WHERE ${condition} ORDER BY hunt.updated_at DESC, hunt.slug`);
  return rows.map((row) => ({
    ...contentSummary.parse(row.summary),
    ...keptOf(row),
  }));
}

async function count(reader: Reader, condition: Sql): Promise<number> {
  const [row] = await reader.rows<{ count: string }>(sql`SELECT count(*) AS count FROM hunt WHERE ${condition}`);
  return Number(row?.count ?? 0);
}
