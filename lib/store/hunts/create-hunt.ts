import { newContent, pinsOf } from '@/lib/hunts';
import type { HuntAnswer, NewHunt } from '@/lib/interface';
import { inTransaction } from '../transaction';
import type { Author } from './author';
import { missingCopies, stamped } from './keep-evidence';
import { insertHunt } from './store-content';

/** Makes a hunt, which is its author's where nothing else is said. Throws `BadRequest` and `TooLarge`. */
export async function createHunt(given: NewHunt, author: Author, signal?: AbortSignal): Promise<HuntAnswer> {
  const content = stamped(newContent(given, author.name), new Map(), author);
  const copies = await missingCopies(null, pinsOf(content).keys(), signal);
  return inTransaction((client) => insertHunt(client, content, author, { copies, imported: new Set() }));
}
