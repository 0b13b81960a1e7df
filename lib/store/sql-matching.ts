import { digestRows } from '@/lib/columns';
import { GRID_ORIGIN, type Grid, type Sql, sql } from '@/lib/query';
import type { Breakdown } from './breakdown';
import type { EventCursor, EventOrder } from './event-order';
import { EVENT_COLUMNS, type EventRow } from './event-rows';
import { facetsBySql } from './facet-sql';
import type {
  BucketCount,
  Facet,
  KeyedRow,
  Matching,
  SegmentDigest,
  Split,
  TimeExtent,
  ValueTallyAnswer,
} from './matching';
import { pageBySql } from './page-sql';
import type { Reader } from './read-only';
import { rowsBySql } from './rows-by-sql';
import type { SegmentSpan } from './segment-span';
import { micros, numberOf } from './times';
import { talliesBySql } from './value-tally-sql';

/** Events of segments whose digests are made together. */
const DIGESTED_TOGETHER = 2_000_000;

/** Answers by asking table `event`. */
export class SqlMatching implements Matching {
  constructor(
    private readonly reader: Reader,
    private readonly where: Sql,
    /** Those that can hold such events. */
    private readonly spans: readonly SegmentSpan[],
  ) {}

  async count(): Promise<number> {
    const [row] = await this.reader.rows<{ count: string }>(
      sql`SELECT count(*) AS count FROM event WHERE ${this.where}`,
    );
    return Number(row?.count ?? 0);
  }

  async extent(): Promise<TimeExtent> {
    const [row] = await this.reader.rows<{ first: string | null; last: string | null; untimed: string }>(sql`
      SELECT ${micros(sql`min(event."time")`)} AS first, ${micros(sql`max(event."time")`)} AS last,
        count(*) - count(event."time") AS untimed
      FROM event WHERE ${this.where}`);
    return {
      first: numberOf(row?.first ?? null),
      last: numberOf(row?.last ?? null),
      untimed: Number(row?.untimed ?? 0),
    };
  }

  async buckets(grid: Grid, split: Split | null): Promise<readonly BucketCount[]> {
    const rows = await this.bucketRows(grid, split);
    return rows.map(({ bucket, v, c }) => ({
      bucket: Math.round((Number(bucket) / 1000 - grid.start) / grid.interval),
      value: v,
      count: Number(c),
    }));
  }

  facets(fields: readonly Breakdown[], limit: number): Promise<Facet[]> {
    return facetsBySql(this.reader, this.where, fields, limit);
  }

  async segments(): Promise<readonly SegmentSpan[]> {
    return this.spans;
  }

  async digests(bounds: ReadonlyMap<number, number>): Promise<readonly SegmentDigest[]> {
    const digests: SegmentDigest[] = [];
    // Their numbers are in memory at once, four bytes each: of some segments at a time.
    for (const group of groupsOf(this.spans, DIGESTED_TOGETHER)) {
      const found = await rowsBySql(this.reader, this.where, group);
      for (const { id, numbers } of group) {
        const bits = found.get(id);
        if (bits !== undefined) digests.push({ segment: id, ...digestRows(id, numbers, bits, bounds.get(id) ?? 0) });
      }
    }
    return digests;
  }

  /** `segments`: the ids of those whose events alone are counted; left out = all. */
  tallies(fields: readonly Breakdown[], most: number, segments?: readonly number[]): Promise<ValueTallyAnswer[]> {
    const where =
      segments === undefined ? this.where : sql`${this.where} AND event.segment = ANY (${[...segments]}::int[])`;
    return talliesBySql(this.reader, where, fields, most);
  }

  async groups(): Promise<null> {
    return null;
  }

  examples({ expression, type }: Breakdown, values: readonly string[]): Promise<EventRow[]> {
    return this.reader.rows(sql`
      SELECT DISTINCT ON (${expression}) ${EVENT_COLUMNS} FROM event
      WHERE ${this.where} AND ${expression} = ANY (${values}::${type}[])`);
  }

  page(order: EventOrder, cursor: EventCursor | null, limit: number): Promise<KeyedRow[]> {
    return pageBySql(this.reader, this.where, this.spans, order, cursor, limit);
  }

  private bucketRows(grid: Grid, split: Split | null): Promise<BucketRow[]> {
    const bucket = sql`date_bin(make_interval(secs => ${grid.interval / 1000}), event."time", ${GRID_ORIGIN}::timestamptz)`;
    const where = sql`${this.where} AND event."time" IS NOT NULL`;
    if (split === null) {
      return this.reader.rows(sql`
        SELECT ${micros(sql`bucket`)} AS bucket, NULL AS v, count(*) AS c
        FROM (SELECT ${bucket} AS bucket FROM event WHERE ${where}) AS matching GROUP BY matching.bucket`);
    }
    const { by, values } = split;
    if (by.ofFile === null) {
      const value = sql`CASE WHEN ${by.expression} = ANY (${values}::${by.type}[]) THEN ${by.expression} END`;
      return this.reader.rows(sql`
        SELECT ${micros(sql`bucket`)} AS bucket, v::text AS v, count(*) AS c
        FROM (SELECT ${bucket} AS bucket, ${value} AS v FROM event WHERE ${where}) AS matching
        GROUP BY matching.bucket, matching.v`);
    }
    return this.reader.rows(sql`
      SELECT ${micros(sql`counted.bucket`)} AS bucket, ${by.ofFile} AS v, sum(counted.c)::bigint AS c
      FROM (
        SELECT matching.bucket, matching.id, count(*) AS c
        FROM (SELECT ${bucket} AS bucket, event.file AS id FROM event WHERE ${where}) AS matching
        GROUP BY matching.bucket, matching.id
      ) AS counted LEFT JOIN file ON file.id = counted.id AND ${by.ofFile} = ANY (${values}::text[])
      GROUP BY counted.bucket, 2`);
  }
}

interface BucketRow {
  readonly bucket: string;
  readonly v: string | null;
  readonly c: string;
}

/** Segments in groups of at most so many events, or of one. */
function groupsOf(segments: readonly SegmentSpan[], most: number): SegmentSpan[][] {
  const groups: SegmentSpan[][] = [];
  let events = Number.POSITIVE_INFINITY;
  for (const segment of segments) {
    if (events + segment.events > most) {
      groups.push([]);
      events = 0;
    }
    groups.at(-1)?.push(segment);
    events += segment.events;
  }
  return groups;
}
