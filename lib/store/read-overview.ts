import { LOG_TYPES, logTypeFromCode } from '@/lib/events';
import type { OverviewAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { columnEngine, overviewOfColumns } from './columns';
import { LeastRecentlyUsed } from './least-recently-used';
import type { OverviewPart } from './overview-part';
import { overviewBySql } from './overview-sql';
import { type Reader, readOnly } from './read-only';
import type { SegmentSpan } from './segment-span';
import { isoFromMicros, micros, numberOf } from './times';

interface VersionedSegment extends SegmentSpan {
  readonly version: string;
}

// A segment changes only when times are put right; then its row is written anew, which `version` shows.
const parts = new LeastRecentlyUsed<string, readonly OverviewPart[]>(10_000);

/** What there is of each type, and what stands out in it. Each segment is looked through once and then remembered. */
export function readOverview(signal?: AbortSignal): Promise<OverviewAnswer> {
  return readOnly(async (reader) => {
    const all = (await partsOf(reader, await readySegments(reader), signal)).flat();
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

async function readySegments(reader: Reader): Promise<VersionedSegment[]> {
  const rows = await reader.rows<
    Omit<VersionedSegment, 'first' | 'last'> & Record<'first' | 'last', string | null>
  >(sql`
    SELECT segment.id, segment.events, coalesce(segment.numbers, segment.events) AS numbers, segment.columns,
      ${micros(sql`segment."from"`)} AS first, ${micros(sql`segment."to"`)} AS last, segment.xmin::text AS version
    FROM segment WHERE segment.state = 'ready' ORDER BY segment.id`);
  return rows.map((row) => ({ ...row, first: numberOf(row.first), last: numberOf(row.last) }));
}

async function partsOf(
  reader: Reader,
  segments: readonly VersionedSegment[],
  signal: AbortSignal | undefined,
): Promise<(readonly OverviewPart[])[]> {
  const missing = segments.filter((segment) => parts.get(keyOf(segment)) === undefined);
  const fresh = new Map<number, OverviewPart[]>(missing.map(({ id }) => [id, []]));
  for (const part of await readParts(reader, missing, signal)) fresh.get(part.segment)?.push(part);
  for (const segment of missing) parts.set(keyOf(segment), fresh.get(segment.id) ?? [], 1);
  return segments.map((segment) => fresh.get(segment.id) ?? parts.get(keyOf(segment)) ?? []);
}

function keyOf({ id, version }: VersionedSegment): string {
  return `${id} ${version}`;
}

/** From columns where they are stored, else by SQL. */
async function readParts(
  reader: Reader,
  segments: readonly SegmentSpan[],
  signal: AbortSignal | undefined,
): Promise<OverviewPart[]> {
  const stored = segments.filter(({ columns }) => columns);
  const fromColumns = await overviewOfColumns({ engine: columnEngine(), reader, signal }, stored);
  const left = fromColumns === null ? segments : segments.filter(({ columns }) => !columns);
  const bySql = await overviewBySql(
    reader,
    left.map(({ id }) => id),
  );
  return [...(fromColumns ?? []), ...bySql];
}

async function fileCounts(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader.rows<{ type: string; files: string }>(
    sql`SELECT file.type, count(*) AS files FROM file WHERE file.type IS NOT NULL AND file.events > 0 GROUP BY file.type`,
  );
  return new Map(rows.map(({ type, files }) => [type, Number(files)]));
}

function total(own: readonly OverviewPart[]) {
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
