import { NotFound } from '@/lib/errors';
import { pool } from './client';
import { explain } from './read-only';

interface CancelledSource {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

const ARRIVING = 'cancelled before it had arrived whole';

/**
 * Stops receiving or reading a source; what was read until then stays. The reader notices by itself, within a second.
 * Does nothing to a source that is ready or failed. Throws `NotFound`.
 */
export async function cancelSource(id: string): Promise<CancelledSource> {
  const [source] = await update(id.toLowerCase());
  if (source === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  return source;
}

async function update(id: string): Promise<CancelledSource[]> {
  try {
    const { rows } = await pool().query<CancelledSource>(CANCEL, [id, ARRIVING]);
    return rows;
  } catch (error) {
    throw explain(error);
  }
}

const CANCEL = `UPDATE source SET
    cancelled = cancelled OR state IN ('receiving', 'reading'),
    error = CASE WHEN state = 'receiving' THEN $2 ELSE error END,
    state = CASE WHEN state = 'receiving' THEN 'failed' ELSE state END
  WHERE id::text = $1 RETURNING id::text AS id, name, state`;
