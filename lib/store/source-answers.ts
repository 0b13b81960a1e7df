import { z } from 'zod';
import { corrections, type FileAnswer, fileState, type SourceSummary, sourceSummary } from '@/lib/interface';
import { rotationOf } from '@/lib/layouts';
import { type Sql, sql } from '@/lib/query';
import { detectionOf } from './detection-answer';
import { PENDING } from './pending-files';
import { guessNames, isoFromText, micros, numberOf } from './times';

/** A row of table `source` with what its files add up to. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly bytes: string;
  readonly bytes_received: string;
  readonly bytes_read: string;
  readonly sha256: string | null;
  readonly events: string;
  readonly lines: string;
  readonly unparsed: string;
  readonly zone_minutes: number | null;
  readonly year: number | null;
  readonly forced_format: string | null;
  readonly forced_type: string | null;
  readonly skew_seconds: number | null;
  readonly note: string | null;
  readonly error: string | null;
  readonly file_count: string | null;
  readonly first_micros: string | null;
  readonly last_micros: string | null;
  readonly created_micros: string;
  readonly read_micros: string | null;
  readonly ready_micros: string | null;
  readonly keep_own: boolean;
  readonly keep_days: number | null;
  readonly counts_from: string;
  readonly expired_events: string;
  readonly expired_to_micros: string | null;
  readonly expired_at_micros: string | null;
}

/** The select list and tables behind `SourceRow`. */
export const SOURCE_ROWS: Sql = sql`
  SELECT source.id, source.name, source.kind, source.state, source.bytes, source.bytes_received, source.bytes_read, source.sha256,
    source.events, source.lines, source.unparsed, source.zone_minutes, source.year,
    source.forced_format, source.forced_type, source.skew_seconds, source.note, source.error,
    files.file_count, files.first_micros, files.last_micros,
    ${micros(sql`source.created_at`)} AS created_micros, ${micros(sql`source.read_from`)} AS read_micros,
    ${micros(sql`source.ready_at`)} AS ready_micros, source.keep_own,
    CASE WHEN source.keep_own THEN source.keep_days ELSE retention.keep_days END AS keep_days, retention.counts_from,
    source.expired_events, ${micros(sql`source.expired_to`)} AS expired_to_micros,
    ${micros(sql`source.expired_at`)} AS expired_at_micros
  FROM source CROSS JOIN retention LEFT JOIN (
    SELECT file.source_id, count(*) AS file_count, ${micros(sql`min(file."from")`)} AS first_micros,
      ${micros(sql`max(file."to")`)} AS last_micros
    FROM file GROUP BY file.source_id
  ) AS files ON files.source_id = source.id`;

export function sourceSummaryOf(row: SourceRow, now: number): SourceSummary {
  const speed = speedOf(row, now);
  const left = Number(row.bytes) - Number(row.bytes_read);
  return {
    id: row.id,
    name: row.name,
    kind: sourceSummary.shape.kind.parse(row.kind),
    state: sourceSummary.shape.state.parse(row.state),
    bytes: Number(row.bytes),
    bytesReceived: Number(row.bytes_received),
    bytesRead: Number(row.bytes_read),
    sha256: row.sha256,
    events: Number(row.events),
    lines: Number(row.lines),
    unparsed: Number(row.unparsed),
    fileCount: Number(row.file_count ?? 0),
    progress: progressOf(row),
    bytesPerSecond: speed,
    secondsLeft: row.state === 'reading' && speed !== null && speed > 0 ? Math.max(0, left / speed) : null,
    from: isoFromText(row.first_micros),
    to: isoFromText(row.last_micros),
    zoneMinutes: row.zone_minutes,
    year: row.year,
    corrections: corrections.parse({
      format: row.forced_format,
      type: row.forced_type,
      zoneMinutes: row.zone_minutes,
      year: row.year,
      skewSeconds: row.skew_seconds,
    }),
    note: row.note,
    createdAt: isoFromText(row.created_micros) ?? '',
    retention: sourceSummary.shape.retention.parse({
      own: row.keep_own,
      keepDays: row.keep_days,
      countsFrom: row.counts_from,
    }),
    expired: expiredOf(row),
    ...(row.error === null ? {} : { error: row.error }),
  };
}

function expiredOf(row: SourceRow): SourceSummary['expired'] {
  const at = isoFromText(row.expired_at_micros);
  return at === null ? null : { events: Number(row.expired_events), to: isoFromText(row.expired_to_micros), at };
}

function progressOf({ state, bytes, bytes_received, bytes_read }: SourceRow): number {
  if (state === 'ready') return 1;
  const done = Number(state === 'receiving' ? bytes_received : bytes_read);
  const all = Number(bytes);
  return all > 0 ? Math.min(1, done / all) : 0;
}

function speedOf({ read_micros, ready_micros, bytes_read }: SourceRow, now: number): number | null {
  if (read_micros === null) return null;
  const seconds = ((numberOf(ready_micros) ?? now * 1000) - Number(read_micros)) / 1_000_000;
  return seconds > 0 ? Number(bytes_read) / seconds : null;
}

export interface FileRow {
  readonly path: string;
  readonly state: string;
  readonly format: string | null;
  readonly type: string | null;
  readonly bytes: string;
  readonly events: string;
  readonly lines: string;
  readonly lines_read: string;
  readonly unparsed: string;
  readonly plain: string;
  readonly examples: unknown;
  readonly first_micros: string | null;
  readonly last_micros: string | null;
  readonly time_guess: number;
  readonly original_path: string | null;
  readonly sha256: string | null;
  readonly note: string | null;
  readonly error: string | null;
  readonly detection: unknown;
  readonly corrections: unknown;
  readonly read_with: unknown;
  readonly pending: boolean;
}

/** The select list and tables behind `FileRow`; a condition on `file` is to follow. */
export const FILE_ROWS: Sql = sql`
  SELECT file.path, file.state, file.format, file.type, file.bytes, file.events, file.lines, file.lines_read, file.unparsed, file.plain,
    file.examples, ${micros(sql`file."from"`)} AS first_micros, ${micros(sql`file."to"`)} AS last_micros,
    file.time_guess, original.path AS original_path, file.sha256, file.note, file.error,
    file.detection, file.corrections, file.read_with, ${PENDING} AS pending
  FROM file JOIN source ON source.id = file.source_id LEFT JOIN file AS original ON original.id = file.duplicate_of`;

const examples = z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })).catch([]);

export function fileAnswerOf(row: FileRow): FileAnswer {
  const readWith = corrections.parse(row.read_with);
  return {
    path: row.path,
    state: fileState.parse(row.state),
    format: row.format,
    type: row.type,
    bytes: Number(row.bytes),
    events: Number(row.events),
    lines: Number(row.lines),
    linesRead: Number(row.lines_read),
    unparsed: Number(row.unparsed),
    plain: Number(row.plain),
    examples: examples.parse(row.examples),
    from: isoFromText(row.first_micros),
    to: isoFromText(row.last_micros),
    timeGuess: guessNames(row.time_guess, readWith),
    duplicateOf: row.original_path,
    rotationOf: rotationOf(row.path)?.log ?? null,
    sha256: row.sha256,
    note: row.note,
    detection: detectionOf(row.detection, row.format, readWith),
    corrections: corrections.parse(row.corrections),
    pending: row.pending,
    ...(row.error === null ? {} : { error: row.error }),
  };
}
