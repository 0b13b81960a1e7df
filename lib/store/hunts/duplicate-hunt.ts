import { duplicated, readContent } from '@/lib/hunts';
import type { HuntAnswer } from '@/lib/interface';
import { rowsOver } from '../rows-over';
import { inTransaction } from '../transaction';
import type { Author } from './author';
import { huntAnswerOf, lockedHunt } from './hunt-rows';
import { insertHunt } from './store-content';

/** Makes a hunt with the content and the evidence of another. Throws `NotFound`. */
export async function duplicateHunt(slug: string, author: Author): Promise<HuntAnswer> {
  return inTransaction(async (client) => {
    const row = await lockedHunt(client, slug);
    const { evidence, importedEvidence } = await huntAnswerOf(rowsOver(client), row);
    const copies = new Map(evidence.map((copy) => [copy.event, copy]));
    const content = duplicated(readContent(row.document), author.name);
    return insertHunt(client, content, author, { copies, imported: new Set(importedEvidence) });
  });
}
