import type { StreamAnswer, StreamsAnswer } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { readOnly } from './read-only';
import { isoFromText, micros } from './times';

const RATE_SECONDS = 60;

interface StreamRow {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly seen: string | null;
  readonly events: string;
  readonly lines: string;
  readonly unparsed: string;
  readonly bytes: string;
  readonly recent: string | null;
  /** Of the file that grows. */
  readonly file_lines: string | null;
  readonly file_unparsed: string | null;
}

/** All streams, the one that spoke last first. */
export function readStreams(signal?: AbortSignal): Promise<StreamsAnswer> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<StreamRow>(sql`${STREAMS} ORDER BY source.seen_at DESC NULLS LAST, source.id`);
    return { streams: rows.map(answerOf) };
  }, signal);
}

/** The file of a growing segment is the latest of its stream. */
const STREAMS: Sql = sql`
  SELECT source.id, source.name, ${micros(sql`source.created_at`)} AS created, ${micros(sql`source.seen_at`)} AS seen,
    source.events, source.lines, source.unparsed, source.bytes,
    arrived.events AS recent, latest.lines AS file_lines, latest.unparsed AS file_unparsed
  FROM source
  LEFT JOIN (
    SELECT segment.source_id, sum(arrival.last_n - arrival.first_n + 1) AS events
    FROM arrival JOIN segment ON segment.id = arrival.segment
    WHERE arrival.at > now() - make_interval(secs => ${RATE_SECONDS})
    GROUP BY segment.source_id
  ) AS arrived ON arrived.source_id = source.id
  LEFT JOIN (
    SELECT DISTINCT ON (file.source_id) file.source_id, file.lines, file.unparsed
    FROM file JOIN source AS own ON own.id = file.source_id AND own.kind = 'stream'
    ORDER BY file.source_id, file.id DESC
  ) AS latest ON latest.source_id = source.id
  WHERE source.kind = 'stream'`;

function answerOf(row: StreamRow): StreamAnswer {
  const lines = Number(row.file_lines ?? 0);
  return {
    id: row.id,
    name: row.name,
    createdAt: isoFromText(row.created) ?? '',
    seenAt: isoFromText(row.seen),
    events: Number(row.events),
    lines: Number(row.lines),
    unparsed: Number(row.unparsed),
    bytes: Number(row.bytes),
    eventsPerSecond: Number(row.recent ?? 0) / RATE_SECONDS,
    unparsedShare: lines === 0 ? null : Number(row.file_unparsed) / lines,
  };
}
