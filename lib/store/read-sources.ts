import { NotFound } from '@/lib/errors';
import type { SourceAnswer, SourcesAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { type Reader, readOnly } from './read-only';
import { type FileRow, fileAnswerOf, fileRows, SOURCE_ROWS, type SourceRow, sourceSummaryOf } from './source-answers';

/** All sources, newest first. */
export function readSources(signal?: AbortSignal): Promise<SourcesAnswer> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<SourceRow>(sql`${SOURCE_ROWS} ORDER BY source.created_at DESC, source.id`);
    const now = Date.now();
    return { sources: rows.map((row) => sourceSummaryOf(row, now)) };
  }, signal);
}

/** One source with its files. Throws `NotFound`. */
export function readSource(id: string, signal?: AbortSignal): Promise<SourceAnswer> {
  return readOnly(async (reader) => {
    const source = sourceSummaryOf(await sourceRow(reader, id), Date.now());
    const files = await reader.rows<FileRow>(fileRows(source.id));
    return { ...source, files: files.map((row) => fileAnswerOf(row)) };
  }, signal);
}

async function sourceRow(reader: Reader, id: string): Promise<SourceRow> {
  const [row] = await reader.rows<SourceRow>(sql`${SOURCE_ROWS} WHERE source.id::text = ${id.toLowerCase()}`);
  if (row === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  return row;
}
