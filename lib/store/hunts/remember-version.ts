import type { PoolClient } from 'pg';
import { describeChanges, readContent } from '@/lib/hunts';
import type { HuntContent } from '@/lib/interface';
import type { Author } from './author';
import { storable } from './storable';

/** Saves of one person within this of the first are one version. */
const FOLDED_SECONDS = 60;

interface Latest {
  readonly version: number;
  readonly document: unknown;
  readonly by: string;
  readonly by_id: string | null;
  readonly fresh: boolean;
}

/** Adds a version to the history of a hunt, or puts it in the place of what the same person saved just before. */
export async function rememberVersion(
  client: PoolClient,
  { hunt, version }: { readonly hunt: string; readonly version: number },
  content: HuntContent,
  author: Author,
): Promise<void> {
  const { rows } = await client.query<Latest>(
    `SELECT version, document, by, by_id, began > now() - make_interval(secs => $2) AS fresh
     FROM hunt_version WHERE hunt = $1 ORDER BY version DESC LIMIT 2`,
    [hunt, FOLDED_SECONDS],
  );
  const [latest, before] = rows;
  // The beginning of a hunt is always kept: there is no version before it.
  if (latest !== undefined && before !== undefined && latest.fresh && isBy(latest, author)) {
    await client.query(
      'UPDATE hunt_version SET version = $3, document = $4, changes = $5, at = now() WHERE hunt = $1 AND version = $2',
      [hunt, latest.version, version, JSON.stringify(content), changesSince(before, content)],
    );
  } else {
    await client.query(
      'INSERT INTO hunt_version (hunt, version, document, changes, by, by_id) VALUES ($1, $2, $3, $4, $5, $6)',
      [hunt, version, JSON.stringify(content), changesSince(latest, content), storable(author.name), author.id],
    );
  }
}

function isBy(latest: Latest, author: Author): boolean {
  return latest.by === storable(author.name) && latest.by_id === author.id;
}

function changesSince(before: Latest | undefined, content: HuntContent): string {
  if (before === undefined) return JSON.stringify(['made the hunt']);
  const changes = describeChanges(readContent(before.document), content);
  return JSON.stringify(changes.length === 0 ? ['took back what was changed'] : changes);
}
