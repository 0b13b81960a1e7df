import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { fetchAnswer } from '@/components/interface';
import { isBusy } from '@/components/upload';
import {
  type FileAnswer,
  type FileFilterState,
  type FileKey,
  type FilesAnswer,
  type FilesTotal,
  filesAnswer,
  type SourceSummary,
} from '@/lib/interface';

/** How many files are asked for at once; a window shows fewer than forty. */
const PAGE_FILES = 100;
/** While a source is read, what is in view is asked for anew this often. */
const RENEWAL_MS = 2000;

export interface FileFilter {
  /** Part of the path, in any case. */
  readonly path: string;
  readonly state: FileFilterState | 'all';
  /** A format's name, or `all`. */
  readonly format: string;
}

export interface FileOrder {
  readonly key: FileKey;
  readonly descending: boolean;
}

/** Rows of the list that are in view, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface Files {
  /** How many files pass the filter; null until the server has said so. */
  readonly matching: number | null;
  /** The file of a row; undefined while it is on its way. */
  at(row: number): FileAnswer | undefined;
  readonly error: Error | null;
}

/** The files of a source that pass the filter, in order. Only the pages of the rows in view are asked for. */
export function useFiles(
  source: SourceSummary,
  filter: FileFilter,
  order: FileOrder,
  { first, last }: RowRange,
): Files {
  const start = Math.floor(first / PAGE_FILES);
  const count = Math.floor(last / PAGE_FILES) - start + 1;
  const asked = {
    path: filter.path.trim(),
    state: filter.state === 'all' ? null : filter.state,
    format: filter.format === 'all' ? null : filter.format,
    order: order.key,
    direction: order.descending ? 'desc' : 'asc',
  };
  const pages = useQueries({
    queries: Array.from({ length: count }, (_, place) => ({
      queryKey: ['files', source.id, asked, start + place],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchFiles(source, { ...asked, limit: PAGE_FILES, offset: (start + place) * PAGE_FILES }, signal),
      staleTime: 0,
      refetchInterval: isBusy(source) ? RENEWAL_MS : (false as const),
    })),
  });
  return {
    matching: pages.find(({ data }) => data !== undefined)?.data?.matching ?? null,
    at: (row) => pages[Math.floor(row / PAGE_FILES) - start]?.data?.files[row % PAGE_FILES],
    error: pages.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** What all files of a source add up to; undefined until the server has said so. */
export function useFilesTotal(source: SourceSummary): FilesTotal | undefined {
  const { data } = useQuery({
    queryKey: ['files', source.id, 'total', source.fileCount, source.state],
    queryFn: ({ signal }) => fetchFiles(source, { limit: 0 }, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: isBusy(source) ? RENEWAL_MS : false,
  });
  return data?.total;
}

function fetchFiles(
  { id }: SourceSummary,
  asked: Readonly<Record<string, string | number | null>>,
  signal: AbortSignal,
): Promise<FilesAnswer> {
  return fetchAnswer(filesAnswer, `/api/sources/${encodeURIComponent(id)}/files`, asked, { signal });
}
