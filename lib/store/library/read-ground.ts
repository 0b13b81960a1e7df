import type { LogType } from '@/lib/events';
import { fieldsToLookFor, type Ground, LIBRARY } from '@/lib/library';
import { sql } from '@/lib/query';
import { BUILT_IN_RULES } from '@/lib/rules';
import { readFacets } from '../read-facets';
import { readOnly } from '../read-only';
import { readOverview } from '../read-overview';
import { readKeptRequests } from './read-kept-requests';

const FIELDS = fieldsToLookFor([...LIBRARY, { steps: BUILT_IN_RULES }]);

/** The last answer, and the state of the store that it is about. */
let known: { readonly state: string; readonly ground: Ground } | null = null;

/** What the data has that ready-made hunts, rules and detectors need. Looked up once for each state of the store, in its columns. */
export async function readGround(signal?: AbortSignal): Promise<Ground> {
  const state = await stateOfStore(signal);
  if (known?.state === state) return known.ground;
  const { types } = await readOverview(signal);
  const present = types.filter(({ events }) => events > 0).map(({ type }) => type);
  const fields = new Map<LogType, ReadonlySet<string>>();
  for (const type of present) fields.set(type, await fieldsOf(type, signal));
  const audit = present.includes('audit') ? await readKeptRequests(signal) : { requests: [], untoldBodies: false };
  const ground = { types: new Set(present), fields, ...audit };
  known = { state, ground };
  return ground;
}

/** Changes with every segment that comes, goes, grows or is put right: its row is written anew then. */
function stateOfStore(signal: AbortSignal | undefined): Promise<string> {
  return readOnly(async (reader) => {
    const [row] = await reader.rows<{ state: string }>(
      sql`SELECT coalesce(md5(string_agg(id || ' ' || xmin::text, ',' ORDER BY id)), '') AS state FROM segment WHERE state = 'ready'`,
    );
    return row?.state ?? '';
  }, signal);
}

async function fieldsOf(type: LogType, signal: AbortSignal | undefined): Promise<ReadonlySet<string>> {
  const names = [...(FIELDS.get(type) ?? [])];
  if (names.length === 0) return new Set();
  const { fields } = await readFacets({ type: [type], fields: names.join(','), limit: 1 }, signal);
  return new Set(names.filter((name) => (fields[name]?.distinct ?? 0) > 0));
}
