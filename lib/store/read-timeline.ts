import type { z } from 'zod';
import type { TimelineAnswer, timelineParameters } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { type Breakdown, breakdownBy } from './breakdown';
import { GRID_ORIGIN, type Grid, gridFor, withRoom } from './bucket-width';
import { readFacet } from './read-facets';
import { type Reader, readOnly } from './read-only';
import { resolveSelection, type Selection } from './selection';
import { micros } from './times';

type Parameters = z.output<typeof timelineParameters>;
type Bucket = TimelineAnswer['buckets'][number];

/** How many values get a colour of their own; the rest, and events without a value, are counted as `other`. */
const VALUES_MAX = 8;
const OTHER = 'other';

/** Counts on a grid of nice intervals over the range asked for, or over the times of the matching events. Exact. */
export async function readTimeline(parameters: Parameters, signal?: AbortSignal): Promise<TimelineAnswer> {
  const by = parameters.by === undefined || parameters.by === '' ? null : breakdownBy('by', parameters.by);
  return readOnly(async (reader) => {
    const selection = await resolveSelection(reader, parameters);
    const { from, to, untimed } = await readExtent(reader, selection, parameters.buckets);
    if (from === null || to === null || to < from) return { interval: 0, from: null, to: null, untimed, buckets: [] };
    const grid = gridFor(from, to, parameters.buckets);
    const rows = await bucketRows(reader, sql`${selection.where} AND event."time" IS NOT NULL`, grid, by);
    const buckets = fillBuckets(grid, rows, by);
    return { interval: grid.interval, from: iso(grid.start), to: iso(endOf(grid)), untimed, buckets };
  }, signal);
}

interface Extent {
  /** First and last time, both inclusive, in milliseconds; null when no event has a time. */
  readonly from: number | null;
  readonly to: number | null;
  readonly untimed: number;
}

async function readExtent(reader: Reader, { where, from, to }: Selection, buckets: number): Promise<Extent> {
  const fixed = { from: from?.getTime() ?? null, to: to === null ? null : to.getTime() - 1 };
  if (fixed.from !== null && fixed.to !== null) return { ...fixed, untimed: 0 };
  const [row] = await reader.rows<{ first: string | null; last: string | null; untimed: string }>(sql`
    SELECT ${micros(sql`min(event."time")`)} AS first, ${micros(sql`max(event."time")`)} AS last,
      count(*) - count(event."time") AS untimed
    FROM event WHERE ${where}`);
  const millis = (text: string | null | undefined) => (text == null ? null : Math.floor(Number(text) / 1000));
  const [first, last] = [millis(row?.first), millis(row?.last)];
  const found = first === null || last === null ? { from: first, to: last } : withRoom(first, last, buckets);
  return { from: fixed.from ?? found.from, to: fixed.to ?? found.to, untimed: Number(row?.untimed ?? 0) };
}

interface BucketRow {
  readonly bucket: string;
  readonly v: string | null;
  readonly c: string;
}

async function bucketRows(reader: Reader, where: Sql, grid: Grid, by: Breakdown | null): Promise<BucketRow[]> {
  const bucket = sql`date_bin(make_interval(secs => ${grid.interval / 1000}), event."time", ${GRID_ORIGIN}::timestamptz)`;
  if (by === null) {
    return reader.rows(sql`
      SELECT ${micros(sql`bucket`)} AS bucket, NULL AS v, count(*) AS c
      FROM (SELECT ${bucket} AS bucket FROM event WHERE ${where}) AS matching GROUP BY matching.bucket`);
  }
  const { facet } = await readFacet(reader, where, { ...by, value: (text) => text }, VALUES_MAX);
  const top = facet.values.map(({ value }) => String(value));
  if (by.ofFile === null) {
    const value = sql`CASE WHEN ${by.expression} = ANY (${top}::${by.type}[]) THEN ${by.expression} END`;
    return reader.rows(sql`
      SELECT ${micros(sql`bucket`)} AS bucket, v::text AS v, count(*) AS c
      FROM (SELECT ${bucket} AS bucket, ${value} AS v FROM event WHERE ${where}) AS matching
      GROUP BY matching.bucket, matching.v`);
  }
  return reader.rows(sql`
    SELECT ${micros(sql`counted.bucket`)} AS bucket, ${by.ofFile} AS v, sum(counted.c)::bigint AS c
    FROM (
      SELECT matching.bucket, matching.id, count(*) AS c
      FROM (SELECT ${bucket} AS bucket, event.file AS id FROM event WHERE ${where}) AS matching
      GROUP BY matching.bucket, matching.id
    ) AS counted LEFT JOIN file ON file.id = counted.id AND ${by.ofFile} = ANY (${top}::text[])
    GROUP BY counted.bucket, 2`);
}

function fillBuckets(grid: Grid, rows: readonly BucketRow[], by: Breakdown | null): Bucket[] {
  const buckets: Bucket[] = Array.from({ length: grid.count }, (_, index) => ({
    time: iso(grid.start + index * grid.interval),
    total: 0,
    by: Object.create(null),
  }));
  for (const row of rows) {
    const bucket = buckets[Math.round((Number(row.bucket) / 1000 - grid.start) / grid.interval)];
    if (bucket === undefined) continue;
    const count = Number(row.c);
    bucket.total += count;
    if (by === null) continue;
    const name = row.v === null ? OTHER : String(by.value(row.v));
    bucket.by[name] = (bucket.by[name] ?? 0) + count;
  }
  return buckets;
}

function endOf(grid: Grid): number {
  return grid.start + grid.count * grid.interval;
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}
