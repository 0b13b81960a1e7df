import type { LogType } from '@/lib/events';
import { type AuditBodies, fieldsToLookFor, type Ground, LIBRARY } from '@/lib/library';
import { sql } from '@/lib/query';
import { readFacets } from '../read-facets';
import { readOnly } from '../read-only';
import { readOverview } from '../read-overview';
import { readQuery } from '../read-query';

const FIELDS = fieldsToLookFor(LIBRARY);
const CHANGES = 'verb:(create or update or patch)';
const LEVELS = `${CHANGES} resource:* format:kubernetes-audit | count by resource, level`;
/** Attributes that are made of bodies alone; shapes of other vendors name no level. */
const UNNAMED = `${CHANGES} -format:kubernetes-audit (pod.serviceAccountName:* or pod.commands:* or binding.role:* or role.verbs:* or webhook.targets:*) | count`;
const WITH_BODIES: ReadonlySet<unknown> = new Set(['Request', 'RequestResponse']);

/** The last answer, and the state of the store that it is about. */
let known: { readonly state: string; readonly ground: Ground } | null = null;

/** What the data has that ready-made hunts need. Looked up once for each state of the store, in its columns. */
export async function readGround(signal?: AbortSignal): Promise<Ground> {
  const state = await stateOfStore(signal);
  if (known?.state === state) return known.ground;
  const { types } = await readOverview(signal);
  const present = types.filter(({ events }) => events > 0).map(({ type }) => type);
  const fields = new Map<LogType, ReadonlySet<string>>();
  for (const type of present) fields.set(type, await fieldsOf(type, signal));
  const ground = { types: new Set(present), fields, bodies: await bodiesOf(present, signal) };
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

async function bodiesOf(present: readonly LogType[], signal: AbortSignal | undefined): Promise<AuditBodies> {
  const kept = new Set<string>();
  const left = new Set<string>();
  if (!present.includes('audit')) return { kept, left, unnamed: false };
  const levels = await readQuery({ type: ['audit'], q: LEVELS }, signal);
  for (const [resource, level] of levels.rows) (WITH_BODIES.has(level) ? kept : left).add(String(resource));
  const unnamed = await readQuery({ type: ['audit'], q: UNNAMED }, signal);
  return { kept, left, unnamed: Number(unnamed.rows[0]?.[0] ?? 0) > 0 };
}
