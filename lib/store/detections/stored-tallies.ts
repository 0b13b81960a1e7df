import { decodeBlock } from '@/lib/blocks';
import { decodeTallied, TALLIED, type Tallied } from '@/lib/detections';
import { type Sql, sql } from '@/lib/query';
import { type Reader, readOnly } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { micros, numberOf } from '../times';

/** A segment as far as detectors must know it. */
export interface CountedSegment extends SegmentSpan {
  /** Whether what detectors count of it is stored. */
  readonly counted: boolean;
}

interface SegmentRow {
  readonly id: number;
  readonly events: number;
  readonly numbers: number;
  readonly columns: boolean;
  readonly grows: boolean;
  readonly first: string | null;
  readonly last: string | null;
  readonly counted: boolean;
}

const SEGMENTS: Sql = sql`
  SELECT segment.id, segment.events, coalesce(segment.numbers, segment.events) AS numbers, segment.columns,
    segment.growth IS NOT NULL AS grows, ${micros(sql`segment."from"`)} AS first, ${micros(sql`segment."to"`)} AS last,
    (segment.growth IS NULL AND segment.tallied IS NOT DISTINCT FROM ${TALLIED}) AS counted
  FROM segment WHERE segment.state = 'ready' ORDER BY segment.id`;

export async function countedSegments(reader: Reader): Promise<CountedSegment[]> {
  const rows = await reader.rows<SegmentRow>(SEGMENTS);
  return rows.map((row) => ({ ...row, first: numberOf(row.first), last: numberOf(row.last) }));
}

/** Names what the store holds: another text means that there may be something new to find. */
export function stateOf(segments: readonly CountedSegment[]): string {
  return segments
    .map(({ id, events, counted, grows }) => `${id} ${events}${counted || grows ? '' : ' uncounted'}`)
    .join(', ');
}

/** What was counted of segments, by the name of the tally. */
export async function storedTallies(ids: readonly number[]): Promise<Map<string, Tallied[]>> {
  const rows = await readOnly((reader) =>
    reader.rows<{ name: string; codec: number; data: Buffer }>(
      sql`SELECT tally.name, tally.codec, tally.data FROM tally WHERE tally.segment = ANY (${ids}::int[])
          ORDER BY tally.segment, tally.name`,
    ),
  );
  const found = new Map<string, Tallied[]>();
  for (const { name, codec, data } of rows) {
    const tallied = decodeTallied(await decodeBlock(codec, data));
    found.set(name, [...(found.get(name) ?? []), tallied]);
  }
  return found;
}
