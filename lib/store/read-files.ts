import { type FileKey, type FilesAnswer, type FilesParameters, type FilesTotal, fileState } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { PENDING } from './pending-files';
import { type Reader, readOnly } from './read-only';
import { sourceRow } from './read-sources';
import { FILE_ROWS, type FileRow, fileAnswerOf } from './source-answers';
import { GUESSED } from './times';

const PROBLEM: Sql = sql`(file.state = 'failed' OR file.error IS NOT NULL OR file.unparsed > 0)`;

/** What files are sorted by; a file without it comes first, one without a time last. */
const KEYS: Readonly<Record<FileKey, Sql>> = {
  path: sql`file.path`,
  format: sql`coalesce(file.format, '')`,
  type: sql`coalesce(file.type, '')`,
  events: sql`file.events`,
  lines: sql`file.lines`,
  unparsed: sql`file.unparsed`,
  plain: sql`CASE WHEN file.lines = 0 THEN 0 ELSE file.plain::float8 / file.lines END`,
  from: sql`coalesce(file."from", 'infinity')`,
};

/** A page of the files of a source that pass a filter, with what all its files add up to. Throws `NotFound`. */
export function readFiles(id: string, parameters: FilesParameters, signal?: AbortSignal): Promise<FilesAnswer> {
  return readOnly(async (reader) => {
    const source = (await sourceRow(reader, id)).id;
    const passing = sql`file.source_id = ${source}::uuid${filterOf(parameters)}`;
    const [counted] = await reader.rows<{ files: string }>(sql`SELECT count(*) AS files FROM file WHERE ${passing}`);
    return {
      files: await pageOf(reader, passing, parameters),
      matching: Number(counted?.files ?? 0),
      total: await totalOf(reader, source),
    };
  }, signal);
}

function filterOf({ path = '', state, format }: FilesParameters): Sql {
  const text = path.trim();
  const inPath = text === '' ? sql`` : sql` AND strpos(lower(file.path), lower(${text})) > 0`;
  const inFormat = format === undefined ? sql`` : sql` AND file.format = ${format}`;
  if (state === undefined) return sql`${inPath}${inFormat}`;
  return sql`${inPath}${inFormat} AND ${state === 'problems' ? PROBLEM : sql`file.state = ${state}`}`;
}

async function pageOf(reader: Reader, passing: Sql, { order = 'path', direction, limit, offset }: FilesParameters) {
  if (limit === 0) return [];
  const sorted = direction === 'desc' ? sql`${KEYS[order]} DESC, file.path` : sql`${KEYS[order]}, file.path`;
  // Sorted by ids alone: the rows are wide.
  const rows = await reader.rows<FileRow>(sql`${FILE_ROWS}
    JOIN (SELECT file.id, row_number() OVER (ORDER BY ${sorted}) AS place FROM file WHERE ${passing}
      ORDER BY ${sorted} LIMIT ${limit} OFFSET ${offset}) AS page ON page.id = file.id
    ORDER BY page.place`);
  return rows.map((row) => fileAnswerOf(row));
}

interface TotalRow {
  readonly state: string;
  readonly format: string | null;
  readonly files: string;
  readonly lines_read: string;
  readonly problems: string;
  readonly guessed: string;
  readonly corrected: string;
  readonly pending: string;
}

async function totalOf(reader: Reader, source: string): Promise<FilesTotal> {
  const rows = await reader.rows<TotalRow>(sql`
    SELECT file.state, file.format, count(*) AS files, sum(file.lines_read) AS lines_read,
      count(*) FILTER (WHERE ${PROBLEM}) AS problems, count(*) FILTER (WHERE ${GUESSED}) AS guessed,
      count(*) FILTER (WHERE file.corrections <> '{}') AS corrected, count(*) FILTER (WHERE ${PENDING}) AS pending
    FROM file JOIN source ON source.id = file.source_id WHERE file.source_id = ${source}::uuid
    GROUP BY file.state, file.format`);
  const sumOf = (name: 'files' | 'lines_read' | 'problems' | 'guessed' | 'corrected' | 'pending') =>
    rows.reduce((sum, row) => sum + Number(row[name]), 0);
  return {
    files: sumOf('files'),
    linesRead: sumOf('lines_read'),
    problems: sumOf('problems'),
    guessed: sumOf('guessed'),
    corrected: sumOf('corrected'),
    pending: sumOf('pending'),
    states: countsBy(rows, ({ state }) => state).map(([state, files]) => ({ state: fileState.parse(state), files })),
    formats: countsBy(rows, ({ format }) => format).map(([format, files]) => ({ format, files })),
  };
}

/** How many files have each name, in alphabetical order. */
function countsBy(rows: readonly TotalRow[], nameOf: (row: TotalRow) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + Number(row.files));
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
