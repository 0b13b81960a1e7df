import { LOG_TYPES, logTypeCode, logTypeFromCode, severityCode } from '@/lib/events';
import type { OverviewAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { LeastRecentlyUsed } from './least-recently-used';
import { type Reader, readOnly } from './read-only';
import { isoFromMicros, micros, numberOf } from './times';

/** What one segment holds of one type. Times in microseconds. */
interface Part {
  readonly type: number;
  readonly events: number;
  readonly untimed: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly errors: number;
  readonly refusals: number;
}

interface SegmentVersion {
  readonly id: number;
  readonly version: string;
}

// A segment changes only when times are put right; then its row is written anew, which `version` shows.
const parts = new LeastRecentlyUsed<string, readonly Part[]>(10_000);

/** What there is of each type, and what stands out in it. Each segment is looked through once and then remembered. */
export function readOverview(signal?: AbortSignal): Promise<OverviewAnswer> {
  return readOnly(async (reader) => {
    const segments = await reader.rows<SegmentVersion>(
      sql`SELECT segment.id, segment.xmin::text AS version FROM segment WHERE segment.state = 'ready'`,
    );
    const all = (await partsOf(reader, segments)).flat();
    const files = await fileCounts(reader);
    const [sources] = await reader.rows<{ count: string }>(sql`SELECT count(*) AS count FROM source`);
    return {
      types: LOG_TYPES.map((type) => {
        const own = all.filter((part) => logTypeFromCode(part.type) === type);
        return { type, files: files.get(type) ?? 0, ...total(own) };
      }),
      sources: Number(sources?.count ?? 0),
      events: sum(all.map((part) => part.events)),
      untimed: sum(all.map((part) => part.untimed)),
    };
  }, signal);
}

async function partsOf(reader: Reader, segments: readonly SegmentVersion[]): Promise<(readonly Part[])[]> {
  const missing = segments.filter((segment) => parts.get(keyOf(segment)) === undefined);
  const fresh = new Map<number, Part[]>(missing.map(({ id }) => [id, []]));
  if (missing.length > 0) {
    for (const { segment, ...part } of await readParts(reader, [...fresh.keys()])) fresh.get(segment)?.push(part);
  }
  for (const segment of missing) parts.set(keyOf(segment), fresh.get(segment.id) ?? [], 1);
  return segments.map((segment) => fresh.get(segment.id) ?? parts.get(keyOf(segment)) ?? []);
}

function keyOf({ id, version }: SegmentVersion): string {
  return `${id} ${version}`;
}

/** Verdicts of a flow that was not let through, as the network formats write them. */
const REFUSED = ['dropped', 'drop', 'reject', 'rejected', 'deny', 'denied', 'blocked', 'error'];

async function readParts(reader: Reader, segments: number[]): Promise<(Part & { segment: number })[]> {
  const refused = sql`event.decision = 'forbid' OR lower(event.verdict) = ANY (${REFUSED}::text[])
    OR (event.type = ${logTypeCode('audit')} AND event.status IN (401, 403))`;
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

async function fileCounts(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader.rows<{ type: string; files: string }>(
    sql`SELECT file.type, count(*) AS files FROM file WHERE file.type IS NOT NULL AND file.events > 0 GROUP BY file.type`,
  );
  return new Map(rows.map(({ type, files }) => [type, Number(files)]));
}

function total(own: readonly Part[]) {
  const from = own.flatMap((part) => part.from ?? []);
  const to = own.flatMap((part) => part.to ?? []);
  return {
    events: sum(own.map((part) => part.events)),
    from: from.length === 0 ? null : isoFromMicros(from.reduce((a, b) => Math.min(a, b))),
    to: to.length === 0 ? null : isoFromMicros(to.reduce((a, b) => Math.max(a, b))),
    errors: sum(own.map((part) => part.errors)),
    refusals: sum(own.map((part) => part.refusals)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
