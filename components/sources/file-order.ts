import type { FileAnswer } from '@/lib/interface';

/** By what files can be put in order. */
export type FileKey = 'path' | 'format' | 'type' | 'events' | 'lines' | 'unparsed' | 'plain' | 'from';

export interface FileOrder {
  readonly key: FileKey;
  readonly descending: boolean;
}

export interface FileFilter {
  /** Part of the path, in any case. */
  readonly text: string;
  /** A state, `problems` for all that deserve a look, or `all`. */
  readonly state: FileAnswer['state'] | 'problems' | 'all';
  /** A format's name, or `all`. */
  readonly format: string;
}

/** The files that pass the filter, in order; equal ones by path. */
export function filesInOrder(files: readonly FileAnswer[], filter: FileFilter, order: FileOrder): FileAnswer[] {
  const text = filter.text.trim().toLowerCase();
  const passing = files.filter(
    (file) =>
      (text === '' || file.path.toLowerCase().includes(text)) &&
      (filter.format === 'all' || file.format === filter.format) &&
      (filter.state === 'all' || (filter.state === 'problems' ? hasProblem(file) : file.state === filter.state)),
  );
  const sign = order.descending ? -1 : 1;
  return passing.sort((one, other) => {
    const difference = compare(sortValue(one, order.key), sortValue(other, order.key));
    return difference === 0 ? compare(one.path, other.path) : difference * sign;
  });
}

/** True of a file that could not be read whole, or of which lines were not understood. */
export function hasProblem(file: FileAnswer): boolean {
  return file.state === 'failed' || file.error !== undefined || file.unparsed > 0;
}

/** The formats that occur, in alphabetical order. */
export function formatsOf(files: readonly FileAnswer[]): string[] {
  return [...new Set(files.flatMap((file) => file.format ?? []))].sort();
}

/** The share (0 to 1) of a file's lines that no format read. */
export function plainShare(file: FileAnswer): number {
  return file.lines === 0 ? 0 : file.plain / file.lines;
}

export function linesOfFiles(files: readonly FileAnswer[]): number {
  return files.reduce((total, file) => total + file.linesRead, 0);
}

function sortValue(file: FileAnswer, key: FileKey): string | number {
  switch (key) {
    case 'plain':
      return plainShare(file);
    case 'from':
      return file.from === null ? Number.POSITIVE_INFINITY : Date.parse(file.from);
    case 'path':
      return file.path;
    case 'format':
    case 'type':
      return file[key] ?? '';
    default:
      return file[key];
  }
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
