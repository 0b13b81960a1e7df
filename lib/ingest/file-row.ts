import { NO_CORRECTIONS } from '@/lib/interface';
import type { FileRow } from '@/lib/store/write';
import { countsRow, noCounts } from './file-report';

/** The row of a file of which nothing is known yet. */
export function emptyRow(sourceId: string, id: number, path: string): FileRow {
  return {
    id,
    sourceId,
    path,
    state: 'ready',
    bytes: 0,
    sha256: null,
    duplicateOf: null,
    note: null,
    error: null,
    checkpoint: null,
    modified: null,
    readWith: NO_CORRECTIONS,
    ...countsRow(noCounts()),
  };
}
