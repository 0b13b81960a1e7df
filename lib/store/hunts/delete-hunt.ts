import { readContent } from '@/lib/hunts';
import { inTransaction } from '../transaction';
import { lockedHunt } from './hunt-rows';

/** Whose a hunt is; ids are null for whoever is at this machine. */
export interface HuntClaims {
  readonly createdById: string | null;
  readonly owner: string;
  /** Who made the owner its owner. */
  readonly ownerById: string | null;
}

/**
 * Deletes a hunt with its history and evidence, and gives its title. `allow` throws where whoever asks may not delete a hunt
 * with these claims. Throws `NotFound`.
 */
export async function deleteHunt(slug: string, allow: (claims: HuntClaims) => void): Promise<string> {
  return inTransaction(async (client) => {
    const row = await lockedHunt(client, slug);
    const { owner, title } = readContent(row.document);
    allow({ createdById: row.created_by_id, owner, ownerById: row.owner_by_id });
    await client.query('DELETE FROM hunt WHERE id = $1', [row.id]);
    return title;
  });
}
