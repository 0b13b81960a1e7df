import { type Sql, sql } from '@/lib/query';

/** A person's word on a source, of rows of `source`. */
export const SAID: Sql = sql`jsonb_build_object(
    'format', source.forced_format, 'type', source.forced_type, 'zoneMinutes', source.zone_minutes, 'year', source.year,
    'skewSeconds', source.skew_seconds)`;

/** The corrections that a file is to be read with, of rows of `file` and `source`: its own word above its source's. */
export const WANTED: Sql = sql`jsonb_strip_nulls(${SAID}) || file.corrections`;

/** Whether a file's events were made with other corrections than those that it has now. Those of streams are never made again. */
export const PENDING: Sql = sql`(source.kind <> 'stream' AND file.duplicate_of IS NULL AND file.state IN ('ready', 'failed') AND file.events > 0
    AND file.read_with <> (${WANTED}))`;
