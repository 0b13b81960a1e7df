import { sql } from '@/lib/query';
import { columnEngine } from './columns/column-engine';
import { KeptValues } from './columns/kept-values';
import type { Reader } from './read-only';

/** A row of table `event_part`, columns by name. */
export interface PartRow {
  readonly segment: number;
  readonly id: number;
  readonly path_form: string | null;
  readonly message_form: string | null;
  readonly attributes: Readonly<Record<string, unknown>> | null;
  readonly [column: string]: unknown;
}

/** The parts of one segment that are wanted. */
export type WantedParts = ReadonlyMap<number, ReadonlySet<number>>;

/** What a part takes in memory, about: forty columns, most of them empty. */
const PART_BYTES = 1500;

// A part never changes, and the number of a segment is not given twice.
const kept = new KeptValues<PartRow>(() => columnEngine().cache.budget);

/** Parts by segment and id as `partKey` writes them; those that pages have in common are kept in memory. */
export async function readParts(reader: Reader, wanted: WantedParts): Promise<ReadonlyMap<string, PartRow>> {
  const found = new Map<string, PartRow>();
  const missing = new Map<number, number[]>();
  for (const [segment, ids] of wanted) {
    for (const id of ids) {
      const key = partKey(segment, id);
      const part = kept.get(key);
      if (part !== undefined) found.set(key, part);
      else pushTo(missing, segment, id);
    }
  }
  if (missing.size === 0) return found;
  const questions = Array.from(
    missing,
    ([segment, ids]) =>
      sql`SELECT part.* FROM event_part AS part WHERE part.segment = ${segment} AND part.id = ANY (${ids}::int[])`,
  );
  for (const part of await reader.rows<PartRow>(sql.join(questions, sql` UNION ALL `))) {
    const key = partKey(part.segment, part.id);
    found.set(key, part);
    kept.set(key, part, PART_BYTES);
  }
  return found;
}

export function partKey(segment: number, id: unknown): string {
  return `${segment} ${id}`;
}

function pushTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
