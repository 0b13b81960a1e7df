import type { ColumnValue } from '@/lib/columns';
import { sql } from '@/lib/query';
import type { Split } from '../matching';
import type { Reader } from '../read-only';

/** What the buckets of a timeline are split by. Group 0 is for events without a value, or without one that was named. */
export interface Groups {
  /** The column; null = all events are in one group. */
  readonly column: string | null;
  /** The text of each group from 1 on. */
  readonly texts: readonly string[];
  groupOf(value: ColumnValue): number;
}

export const NO_GROUPS: Groups = { column: null, texts: [], groupOf: () => 0 };

/** The groups of a split by a field that has a column. */
export async function groupsOf(reader: Reader, { by, values }: Split): Promise<Groups> {
  if (by.column === null) throw new RangeError('a field without a column cannot be grouped by columns');
  const groups = new Map(values.map((text, index) => [text, index + 1]));
  if (by.ofFile === null) {
    return { column: by.column, texts: values, groupOf: (value) => groups.get(String(value)) ?? 0 };
  }
  const rows = await reader.rows<{ id: number; v: string }>(sql`
    SELECT file.id, ${by.ofFile} AS v FROM file WHERE ${by.ofFile} = ANY (${values}::text[])`);
  const ofFile = new Map(rows.map(({ id, v }) => [id, groups.get(v) ?? 0]));
  return { column: by.column, texts: values, groupOf: (value) => ofFile.get(Number(value)) ?? 0 };
}
