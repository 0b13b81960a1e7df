import { type LogType, logTypeCode } from '@/lib/events';
import { couldMatch, parsePipeline, planOf, type Query } from '@/lib/query';
import { type Gaps, NO_GAPS } from './gaps';
import type { Ground } from './ground';
import type { ReadyHunt, StepNeeds } from './ready-hunt';
import { requestGaps } from './request-gaps';

const TYPE_WORDS: Readonly<Record<LogType, string>> = {
  application: 'logs of applications',
  node: 'logs of nodes',
  'control-plane': 'logs of the control plane',
  audit: 'audit logs',
  network: 'network logs',
};

/** What somebody looks for, and what he needs for it beside events of one of the types. */
export interface Looking {
  readonly types: readonly LogType[];
  readonly needs?: StepNeeds | null;
  /** The events that it is about, where a query tells them. */
  readonly query?: Query | null;
}

/** What the data does not show of what somebody looks for. */
export function gapsOf({ types, needs, query }: Looking, ground: Ground): Gaps {
  const present = types.filter((type) => ground.types.has(type));
  if (present.length === 0)
    return { missing: [`There are no ${types.map((type) => TYPE_WORDS[type]).join(' and no ')}.`], limits: [] };
  const absent = (needs?.fields ?? []).filter(
    (field) => !present.some((type) => ground.fields.get(type)?.has(field) === true),
  );
  const where = present.map((type) => TYPE_WORDS[type]).join(' and ');
  const ofFields = absent.map((field) => `No event of the ${where} has the field ${field}.`);
  const ofRequests = queriesOf(needs ?? {}, query ?? null).map((each) => auditGaps(each, present, ground));
  const missing = [...new Set([...ofFields, ...ofRequests.flatMap((gaps) => gaps.missing)])];
  return { missing, limits: missing.length > 0 ? [] : [...new Set(ofRequests.flatMap(({ limits }) => limits))] };
}

/** Of a query that finds events of other types too, what the audit log lacks hides a part. */
function auditGaps(query: Query, present: readonly LogType[], ground: Ground): Gaps {
  if (!present.includes('audit')) return NO_GAPS;
  const others = present.filter((type) => type !== 'audit');
  const elsewhere = others.some((type) =>
    couldMatch(query, ({ kind }) => (kind === 'type' ? logTypeCode(type) : undefined)),
  );
  const gaps = requestGaps(query, ground);
  return elsewhere ? { missing: [], limits: [...gaps.missing, ...gaps.limits] } : gaps;
}

/** All that must be seen, as queries. */
function queriesOf({ bodiesOf = [], events }: StepNeeds, query: Query | null): Query[] {
  const bodies = `type:audit verb:(create or update or patch) resource:(${bodiesOf.join(' or ')}) -subresource:* requestObject:*`;
  const needed = [...(bodiesOf.length > 0 ? [bodies] : []), ...(events === undefined ? [] : [events])];
  return [...(query === null ? [] : [query]), ...needed.map(queryOf)];
}

const QUERIES = new Map<string, Query>();

/** The events that a question is about, whatever its steps make of them. Asked of texts of the project alone. */
function queryOf(q: string): Query {
  const query = QUERIES.get(q) ?? planOf(parsePipeline(q)).filter;
  QUERIES.set(q, query);
  return query;
}

/** Whether a hunt can be run: at least one of its steps can; with all that the others lack. */
export function runnable(hunt: ReadyHunt, ground: Ground) {
  const steps = hunt.steps.map((step) => [...gapsOf({ ...step, query: queryOf(step.q) }, ground).missing]);
  return {
    canRun: steps.some((missing) => missing.length === 0),
    missing: [...new Set(steps.flat())],
    steps: steps.map((missing) => ({ canRun: missing.length === 0, missing })),
  };
}
