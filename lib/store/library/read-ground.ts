import type { LogType } from '@/lib/events';
import { type AuditBodies, fieldsToLookFor, type Ground, LIBRARY } from '@/lib/library';
import { combine, parseQuery, type Query, sql } from '@/lib/query';
import { BUILT_IN_RULES } from '@/lib/rules';
import { answerAbout, type Question, questionWith } from '../answer-about';
import { breakdownBy } from '../breakdown';
import { countEvents } from '../count-events';
import { readFacets } from '../read-facets';
import { readOnly } from '../read-only';
import { readOverview } from '../read-overview';

const FIELDS = fieldsToLookFor([...LIBRARY, { steps: BUILT_IN_RULES }]);
const CHANGES = 'verb:(create or update or patch)';
/** What tells the level of each request. */
const LEVELLED = `${CHANGES} resource:* format:kubernetes-audit`;
/** Shapes of other vendors tell no level: attributes that are made of bodies alone do. */
const UNNAMED = `${CHANGES} -format:kubernetes-audit (pod.serviceAccountName:* or pod.commands:* or binding.role:* or role.verbs:* or webhook.targets:*)`;
const WITH_BODIES = levelWithBodies();
/** A cluster with many operators has some hundred kinds. */
const RESOURCES_MAX = 10_000;

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

/** Joint with the resources: some are kept with their bodies, such as pods, and others are not, such as secrets. */
async function bodiesOf(present: readonly LogType[], signal: AbortSignal | undefined): Promise<AuditBodies> {
  if (!present.includes('audit')) return { kept: new Set(), left: new Set(), unnamed: false };
  const named = await answerAbout({ type: ['audit'], q: LEVELLED }, bodiesByResource, signal);
  const { count } = await countEvents({ type: ['audit'], q: UNNAMED }, signal);
  return { ...named, unnamed: count > 0 };
}

async function bodiesByResource(question: Question): Promise<Pick<AuditBodies, 'kept' | 'left'>> {
  const { scope } = question;
  const bodied = await questionWith(question, { ...scope, query: combine('and', [scope.query, WITH_BODIES]) });
  const counts = await resourceCounts(question);
  const kept = await resourceCounts(bodied);
  const left = [...counts].filter(([resource, count]) => count > (kept.get(resource) ?? 0));
  return { kept: new Set(kept.keys()), left: new Set(left.map(([resource]) => resource)) };
}

async function resourceCounts({ matching }: Question): Promise<ReadonlyMap<string, number>> {
  const [facet] = await matching.facets([breakdownBy('fields', 'resource')], RESOURCES_MAX);
  return new Map((facet?.values ?? []).map(({ value, count }) => [String(value), count]));
}

/** Whether the audit kept the bodies of a request. In a query the name `level` means how grave an event is. */
function levelWithBodies(): Query {
  const clause = parseQuery('audit_level:(Request or RequestResponse)');
  if (clause.kind !== 'field') throw new TypeError('the clause of the audit level is none');
  return { ...clause, field: { ...clause.field, name: 'level', label: 'level' } };
}
