import { countBits, loosened } from '@/lib/columns';
import type { Reader } from '../read-only';
import { rowsBySql } from '../rows-by-sql';
import { type Scope, scopeCondition } from '../selection';
import { withFileIds } from './found-rows';
import type { SegmentRows } from './segment-rows';
import { type SelectTools, scopePlan, unsureByPlan } from './select-columns';

/**
 * Where more of the events are in segments that lack a column, all is left to SQL: it gives the first page of many events
 * without finding all of them.
 */
const UNSURE_SHARE_MAX = 0.5;

/** A question about the segments whose columns can answer it, and the same about those that SQL must be asked about; null: none. */
export interface DividedScope {
  readonly sure: Scope;
  readonly unsure: Scope | null;
}

/** Divides a question; null when all of it is better left to SQL. */
export async function divideScope(tools: SelectTools, scope: Scope): Promise<DividedScope | null> {
  if (scope.segments.some(({ columns, grows }) => !(columns || grows))) return null;
  const plan = loosened(await withFileIds(tools.reader, scopePlan(scope)));
  const unsure = new Set(await unsureByPlan(tools, plan, scope.segments));
  if (unsure.size === 0) return { sure: scope, unsure: null };
  const sure = scope.segments.filter((segment) => !unsure.has(segment));
  if (eventsOf([...unsure]) > UNSURE_SHARE_MAX * eventsOf(scope.segments)) return null;
  return { sure: partOf(scope, sure), unsure: partOf(scope, [...unsure]) };
}

/** The events of a question, found by SQL. */
export async function selectBySql(reader: Reader, scope: Scope): Promise<SegmentRows[]> {
  const found = await rowsBySql(reader, await scopeCondition(reader, scope), scope.segments);
  return scope.segments.flatMap((segment) => {
    const bits = found.get(segment.id);
    return bits === undefined ? [] : [{ segment, bits, count: countBits(bits) }];
  });
}

/** Rows of parts of a scope in the order of its segments. */
export function inOrder({ segments }: Scope, rows: readonly SegmentRows[]): SegmentRows[] {
  const bySegment = new Map(rows.map((row) => [row.segment.id, row]));
  return segments.flatMap(({ id }) => bySegment.get(id) ?? []);
}

function eventsOf(segments: readonly { readonly events: number }[]): number {
  return segments.reduce((sum, { events }) => sum + events, 0);
}

function partOf(scope: Scope, segments: Scope['segments']): Scope {
  return { ...scope, segments, everywhere: false };
}
