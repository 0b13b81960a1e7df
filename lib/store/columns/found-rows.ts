import type { Bits, FoundLeaf, Plan } from '@/lib/columns';
import { mayBePath } from '@/lib/query';
import type { Reader } from '../read-only';
import { rowsBySql } from '../rows-by-sql';
import type { SegmentSpan } from '../segment-span';
import { filesOfClause, querySql } from '../selection';

/** Events of segments that were found by other means than columns: a set of bits for each segment that has any. */
export type FoundRows = ReadonlyMap<number, Bits>;

/** Whether the originals must be read to answer a leaf. */
export function asksOriginals({ clause }: FoundLeaf): boolean {
  return clause.kind !== 'field' || mayBePath(clause);
}

/** Answers a leaf that neither columns nor originals can: from the events themselves. */
export async function findRows(
  reader: Reader,
  { clause }: FoundLeaf,
  segments: readonly SegmentSpan[],
  now: Date,
): Promise<FoundRows> {
  return rowsBySql(reader, await querySql(reader, clause, segments, now), segments);
}

/** The plan with what it says of sources and files turned into a test of the column of file ids. */
export async function withFileIds(reader: Reader, plan: Plan): Promise<Plan> {
  switch (plan.kind) {
    case 'and':
    case 'or': {
      const of: Plan[] = [];
      for (const part of plan.of) of.push(await withFileIds(reader, part));
      return { kind: plan.kind, of };
    }
    case 'not':
      return { kind: 'not', of: await withFileIds(reader, plan.of) };
    case 'found': {
      const ids = plan.clause.kind === 'field' ? await filesOfClause(reader, plan.clause) : null;
      return ids === null ? plan : { kind: 'column', name: 'file', accepts: (id) => ids.has(id) };
    }
    default:
      return plan;
  }
}
