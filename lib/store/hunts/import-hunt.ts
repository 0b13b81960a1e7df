import { createHash } from 'node:crypto';
import { fromExported, pinsOf } from '@/lib/hunts';
import type { EvidenceCopy, ExportedHunt, HuntAnswer } from '@/lib/interface';
import { inTransaction } from '../transaction';
import type { Author } from './author';
import { copyEvents } from './copy-events';
import { insertHunt } from './store-content';

/**
 * Makes a hunt of an exported one. Its copies of evidence are what the file says, but for those of events that are in this
 * store as well: these are copied anew. Throws `BadRequest` for a file that was changed, and `TooLarge`.
 */
export async function importHunt(file: ExportedHunt, author: Author, signal?: AbortSignal): Promise<HuntAnswer> {
  const { content, evidence } = fromExported(file, sha256);
  const own = await copyEvents([...pinsOf(content).keys()], signal);
  const copies = new Map(evidence.map((copy) => [copy.event, copy]));
  const imported = new Set<string>();
  for (const [event, copy] of copies) if (!isOf(own.get(event), copy)) imported.add(event);
  return inTransaction((client) => insertHunt(client, content, author, { copies, imported }));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether a copy says what this store says of its event. When it was made does not matter. */
function isOf(own: EvidenceCopy | undefined, copy: EvidenceCopy): boolean {
  return own !== undefined && JSON.stringify({ ...own, copiedAt: '' }) === JSON.stringify({ ...copy, copiedAt: '' });
}
