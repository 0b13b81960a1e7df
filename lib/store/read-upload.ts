import { Conflict, NotFound } from '@/lib/errors';
import { type Corrections, corrections } from '@/lib/interface';
import { sql } from '@/lib/query';
import { readOnly } from './read-only';

/** An upload that lies in the spool folder. Times are microseconds since the epoch. */
export interface WaitingUpload {
  readonly id: string;
  readonly name: string;
  readonly spool: string;
  readonly bytes: number;
  readonly modified: number | null;
  readonly created: number;
  readonly corrections: Corrections;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly spool: string | null;
  readonly bytes: string;
  readonly modified: string | null;
  readonly created: string;
  readonly corrections: unknown;
}

/** The upload of a source, from when it has arrived whole until it was read. Throws `NotFound` and `Conflict`. */
export async function readUpload(id: string, signal?: AbortSignal): Promise<WaitingUpload> {
  const [row] = await readOnly(
    (reader) =>
      reader.rows<Row>(sql`
        SELECT id::text AS id, name, state, spool, bytes::text AS bytes,
          (extract(epoch FROM modified) * 1e6)::int8::text AS modified,
          (extract(epoch FROM created_at) * 1e6)::int8::text AS created,
          jsonb_build_object('format', forced_format, 'type', forced_type, 'zoneMinutes', zone_minutes, 'year', year,
                             'skewSeconds', skew_seconds) AS corrections
        FROM source WHERE id::text = ${id.toLowerCase()}`),
    signal,
  );
  if (row === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  if (row.state === 'receiving') throw new Conflict('the upload has not arrived whole yet; ask again when it has');
  if (row.spool === null) throw new Conflict('the upload was read; ask for its events instead of a preview');
  return {
    id: row.id,
    name: row.name,
    spool: row.spool,
    bytes: Number(row.bytes),
    modified: row.modified === null ? null : Number(row.modified),
    created: Number(row.created),
    corrections: corrections.parse(row.corrections),
  };
}
