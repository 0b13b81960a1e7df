import type { FileRow } from '@/lib/store/write';
import type { FileReader } from './file-reader';
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
    ...countsRow(noCounts()),
  };
}

/** What became of a file that was read to its end, or to where it is damaged. */
export function verdict(
  reader: FileReader,
  damage: string | null,
  bytes: number,
): Pick<FileRow, 'state' | 'note' | 'error'> {
  if (damage !== null) {
    return { state: bytes === 0 ? 'failed' : 'ready', note: noteOf(reader), error: damage };
  }
  if (bytes === 0) return { state: 'ready', note: 'empty file', error: null };
  if (reader.skipped !== null) {
    return { state: 'skipped', note: `not read as a log: ${reader.skipped}; its bytes are kept`, error: null };
  }
  return { state: 'ready', note: noteOf(reader), error: null };
}

function noteOf(reader: FileReader): string | null {
  return reader.notes.size === 0 ? null : [...reader.notes].join('; ');
}
