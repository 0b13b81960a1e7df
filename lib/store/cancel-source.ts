import { NotFound } from '@/lib/errors';
import { pool } from './client';

const ARRIVING = 'cancelled before it had arrived whole';

/**
 * Stops receiving or reading a source; what was read until then stays. The reader notices by itself, within a second.
 * Does nothing to a source that is ready or failed. Throws `NotFound`.
 */
export async function cancelSource(id: string): Promise<{ id: string; name: string; state: string }> {
  const { rows } = await pool().query<{ id: string; name: string; state: string }>(
    `UPDATE source SET
       cancelled = cancelled OR state IN ('receiving', 'reading'),
       error = CASE WHEN state = 'receiving' THEN $2 ELSE error END,
       state = CASE WHEN state = 'receiving' THEN 'failed' ELSE state END
     WHERE id::text = $1 RETURNING id::text AS id, name, state`,
    [id.toLowerCase(), ARRIVING],
  );
  const [source] = rows;
  if (source === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  return source;
}
