import type { CountAnswer, SelectionParameters } from '@/lib/interface';
import { sql } from '@/lib/query';
import { readOnly } from './read-only';
import { resolveSelection } from './selection';

/** How many events match; never an estimate. */
export function countEvents(parameters: SelectionParameters, signal?: AbortSignal): Promise<CountAnswer> {
  return readOnly(async (reader) => {
    const { where } = await resolveSelection(reader, parameters);
    const [row] = await reader.rows<{ count: string }>(sql`SELECT count(*) AS count FROM event WHERE ${where}`);
    return { count: Number(row?.count ?? 0), exact: true };
  }, signal);
}
