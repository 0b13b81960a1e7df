import { logTypeCode, severityCode } from '@/lib/events';
import { sql } from '@/lib/query';
import { type OverviewPart, REFUSING_DECISION, REFUSING_STATUSES, REFUSING_VERDICTS } from './overview-part';
import type { Reader } from './read-only';
import { micros, numberOf } from './times';

/** What segments hold of each type, by grouping all their events. */
export async function overviewBySql(reader: Reader, segments: readonly number[]): Promise<OverviewPart[]> {
  if (segments.length === 0) return [];
  const refused = sql`event.decision = ${REFUSING_DECISION} OR lower(event.verdict) = ANY (${REFUSING_VERDICTS}::text[])
    OR (event.type = ${logTypeCode('audit')} AND event.status = ANY (${REFUSING_STATUSES}::int[]))`;
  const rows = await reader.rows<
    Record<'events' | 'untimed' | 'errors' | 'refusals', string> & {
      segment: number;
      type: number;
      first: string | null;
      last: string | null;
    }
  >(sql`
    SELECT event.segment, event.type, count(*) AS events, count(*) - count(event."time") AS untimed,
      ${micros(sql`min(event."time")`)} AS first, ${micros(sql`max(event."time")`)} AS last,
      count(*) FILTER (WHERE event.severity >= ${severityCode('error')}) AS errors,
      count(*) FILTER (WHERE ${refused}) AS refusals
    FROM event WHERE event.segment = ANY (${segments}::int[]) GROUP BY event.segment, event.type`);
  return rows.map((row) => ({
    segment: row.segment,
    type: row.type,
    events: Number(row.events),
    untimed: Number(row.untimed),
    from: numberOf(row.first),
    to: numberOf(row.last),
    errors: Number(row.errors),
    refusals: Number(row.refusals),
  }));
}
