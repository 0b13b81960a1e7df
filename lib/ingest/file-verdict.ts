import type { FileRow } from '@/lib/store/write';
import type { FileReader } from './file-reader';

/** What became of a file that was read to its end. `damage`: what was wrong with it in its archive; null when nothing. */
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

/** What is worth saying about its bytes. */
export function noteOf(reader: FileReader): string | null {
  return reader.notes.size === 0 ? null : [...reader.notes].join('; ');
}
