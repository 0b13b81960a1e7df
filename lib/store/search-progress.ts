import { Cancelled } from '@/lib/errors';
import type { SearchProgress, SelectionParameters } from '@/lib/interface';
import { columnEngine } from './columns/column-engine';
import { ScopeSearch } from './columns/scope-search';
import { type Reader, readOnly } from './read-only';
import { searchOfQuery } from './search-of-query';
import { resolveScope, scopeCondition } from './selection';
import { SqlMatching } from './sql-matching';

/** How long a part of the search takes before it says how far it is; the first is shorter, so that something is said soon. */
const PART_MS = { first: 250, least: 700, most: 4000 } as const;

/**
 * Searches the originals for all that a question is about, the newest first, and tells how far it is; afterwards the calls
 * that need the whole answer have it at once. Each part is a transaction of its own, so that a long search holds up nobody;
 * it takes as long as it takes, and ends when `signal` fires. Errors as `readOnly` and `resolveScope`.
 */
export async function* searchWithProgress(
  parameters: SelectionParameters,
  signal?: AbortSignal,
): AsyncGenerator<SearchProgress> {
  for (let milliseconds: number = PART_MS.first; ; milliseconds = Math.min(milliseconds * 2, PART_MS.most)) {
    if (signal?.aborted === true) throw new Cancelled('the request was cancelled');
    const progress = await readOnly((reader) => searchPart(reader, parameters, milliseconds, signal), signal);
    yield progress;
    if (progress.done) return;
    milliseconds = Math.max(milliseconds, PART_MS.least / 2);
  }
}

async function searchPart(
  reader: Reader,
  parameters: SelectionParameters,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<SearchProgress> {
  const engine = columnEngine();
  const scope = await resolveScope(reader, parameters);
  const known = engine.shared.known(scope);
  if (known !== undefined && known !== null) return doneWith(countOf(known), 0, true);
  const search = await ScopeSearch.open({ engine, reader, signal }, scope);
  // Where columns are missing SQL answers, which asks for the same originals.
  const originals = search?.originals ?? (await searchOfQuery(reader, scope.query, scope.segments, signal));
  originals.sort(true);
  await originals.step(Number.POSITIVE_INFINITY, Date.now() + milliseconds);
  const { searched, blocks } = originals.progress;
  const { prunes } = originals;
  if (!originals.isDone) {
    const found = search === null ? null : countOf(await search.certain(true));
    return { searched, blocks, found, prunes, done: false };
  }
  const rows = search === null ? null : await engine.shared.of(scope, () => search.finish());
  if (rows !== null) return doneWith(countOf(rows), blocks, prunes);
  const bySql = new SqlMatching(reader, await scopeCondition(reader, scope), scope.segments);
  return doneWith(await bySql.count(), blocks, prunes);
}

type Counted = readonly { readonly count: number }[];

function doneWith(found: number, blocks: number, prunes: boolean): SearchProgress {
  return { searched: blocks, blocks, found, prunes, done: true };
}

function countOf(rows: Counted): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
