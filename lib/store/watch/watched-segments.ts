import { sql } from '@/lib/query';
import type { Reader } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { micros, numberOf } from '../times';

/** How far rules have looked through a segment. */
export interface Seen {
  /** Rules up to this generation have looked at the events below `upTo`, others have not. */
  readonly generation: number;
  readonly upTo: number;
}

/** A segment as rules must know it; `seen` is null while none has looked at it. */
export interface WatchedSegment extends SegmentSpan {
  /** When it was begun, in microseconds: its events without a time stand there, whenever rules look at them. */
  readonly storedAt: number;
  readonly seen: Seen | null;
}

interface Row extends Omit<WatchedSegment, 'first' | 'last' | 'seen' | 'storedAt'> {
  readonly first: string | null;
  readonly last: string | null;
  readonly created: string;
  readonly generation: string | null;
  readonly upto: number | null;
}

/**
 * Segments that rules can look through, in the order of their making: those with events whose columns are stored or are made in
 * memory. Where columns are being made anew, as after a correction, rules wait for them.
 */
export async function watchedSegments(reader: Reader): Promise<WatchedSegment[]> {
  const rows = await reader.rows<Row>(sql`
    SELECT segment.id, segment.events, coalesce(segment.numbers, segment.events) AS numbers, segment.columns,
      (segment.growth IS NOT NULL AND NOT segment.columns) AS grows,
      ${micros(sql`segment."from"`)} AS first, ${micros(sql`segment."to"`)} AS last,
      ${micros(sql`segment.created_at`)} AS created, rule_segment.generation::text AS generation, rule_segment.upto
    FROM segment LEFT JOIN rule_segment ON rule_segment.segment = segment.id
    WHERE segment.state = 'ready' AND segment.events > 0 AND (segment.columns OR segment.growth IS NOT NULL)
    ORDER BY segment.id`);
  return rows.map(({ first, last, created, generation, upto, ...row }) => ({
    ...row,
    first: numberOf(first),
    last: numberOf(last),
    storedAt: numberOf(created),
    seen: generation === null ? null : { generation: Number(generation), upTo: upto ?? 0 },
  }));
}

/** Whether rules have not looked at everything yet. */
export async function rulesAreBehind(reader: Reader): Promise<boolean> {
  const [row] = await reader.rows<{ behind: boolean }>(sql`
    SELECT EXISTS (
      SELECT 1 FROM segment LEFT JOIN rule_segment ON rule_segment.segment = segment.id
      WHERE segment.state = 'ready' AND segment.events > 0 AND (segment.columns OR segment.growth IS NOT NULL)
        AND (rule_segment.upto IS NULL OR rule_segment.upto < coalesce(segment.numbers, segment.events))
    ) OR EXISTS (SELECT 1 FROM rule WHERE rule."on" AND rule.look_back IN ('waiting', 'running')) AS behind`);
  return row?.behind ?? false;
}
