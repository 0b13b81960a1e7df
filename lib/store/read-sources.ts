import { NotFound } from '@/lib/errors';
import type { FileAnswer, SourceSummary, SourcesAnswer } from '@/lib/interface';
import { sql } from '@/lib/query';
import { type Reader, readOnly } from './read-only';
import { FILE_ROWS, type FileRow, fileAnswerOf, SOURCE_ROWS, type SourceRow, sourceSummaryOf } from './source-answers';

const PAGE_FILES = 1000;

/** All sources, newest first. */
export function readSources(signal?: AbortSignal): Promise<SourcesAnswer> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<SourceRow>(sql`${SOURCE_ROWS} ORDER BY source.created_at DESC, source.id`);
    const now = Date.now();
    return { sources: rows.map((row) => sourceSummaryOf(row, now)) };
  }, signal);
}

/** One source without its files. Throws `NotFound`. */
export function readSource(id: string, signal?: AbortSignal): Promise<SourceSummary> {
  return readOnly(async (reader) => sourceSummaryOf(await sourceRow(reader, id), Date.now()), signal);
}

/**
 * All files of a source in order of path, page by page: there may be more than memory bears. Each page is a question of
 * its own, as for exports. `id` as `readSource` answers it.
 */
export async function* sourceFiles(id: string, signal?: AbortSignal): AsyncGenerator<readonly FileAnswer[]> {
  let last: string | null = null;
  for (;;) {
    const behind = last === null ? sql`` : sql` AND file.path > ${last}`;
    const files: FileAnswer[] = await readOnly(async (reader) => {
      const rows = await reader.rows<FileRow>(
        sql`${FILE_ROWS} WHERE file.source_id = ${id}::uuid${behind} ORDER BY file.path LIMIT ${PAGE_FILES}`,
      );
      return rows.map((row) => fileAnswerOf(row));
    }, signal);
    yield files;
    if (files.length < PAGE_FILES) return;
    last = files.at(-1)?.path ?? null;
  }
}

/** The row of a source. Throws `NotFound`. */
export async function sourceRow(reader: Reader, id: string): Promise<SourceRow> {
  const [row] = await reader.rows<SourceRow>(sql`${SOURCE_ROWS} WHERE source.id::text = ${id.toLowerCase()}`);
  if (row === undefined) throw new NotFound(`there is no source "${id}"; it may have been deleted`);
  return row;
}
