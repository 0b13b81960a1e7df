import { Conflict } from '@/lib/errors';
import { patched, pinsOf, readContent } from '@/lib/hunts';
import type { HuntAnswer, HuntPatch } from '@/lib/interface';
import { rowsOver } from '../rows-over';
import { inTransaction } from '../transaction';
import type { Author } from './author';
import { huntAnswerOf, lockedHunt } from './hunt-rows';
import { missingCopies } from './keep-evidence';
import { storeContent } from './store-content';

/** The hunt was changed since the version that a change is of. Nothing was stored. */
export class StaleHunt extends Conflict {
  /** `theirs`: the hunt as it is. */
  constructor(readonly theirs: HuntAnswer) {
    super(`the hunt was changed by ${theirs.updatedBy} meanwhile: it is version ${theirs.version} now`);
  }
}

/**
 * Changes the version of a hunt that a patch names. Throws `NotFound`, `StaleHunt` when it has another by now, `BadRequest` and
 * `TooLarge`.
 */
export async function changeHunt(
  slug: string,
  patch: HuntPatch,
  author: Author,
  signal?: AbortSignal,
): Promise<HuntAnswer> {
  const copies = await missingCopies(slug, pinsOf({ steps: patch.steps ?? [] }).keys(), signal);
  return inTransaction(async (client) => {
    const row = await lockedHunt(client, slug);
    if (row.version !== patch.version) throw new StaleHunt(await huntAnswerOf(rowsOver(client), row));
    return storeContent(client, row, patched(readContent(row.document), patch), { author, copies });
  });
}
