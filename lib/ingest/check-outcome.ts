import { Refused } from '@/lib/receivers';
import type { BatchOutcome } from '@/lib/store/write';
import type { Stream } from './stream-intake';

/** Throws `Refused` for a batch that was not stored because of its stream. */
export function checkOutcome({ kind }: BatchOutcome, { name }: Stream): void {
  if (kind === 'gone') throw new Refused('gone', `the stream "${name}" was deleted`);
  if (kind === 'locked') throw new Refused('down', `the stream "${name}" is being deleted; try again later`);
}
