import type { KeptRequests } from '@/lib/library';
import { combine, type FieldReference, type GroupStep, parseQuery, type Query, resolveField } from '@/lib/query';
import { answerAbout, type Question, questionWith } from '../answer-about';
import { segmentsHaving } from '../path-conditions';
import { rowsOfPlan } from '../plan-rows';
import type { SegmentSpan } from '../segment-span';

const NOWHERE = { from: 0, to: 0 };
/** In a query the name `level` means how grave an event is. */
const LEVEL: FieldReference = { name: 'level', kind: 'attribute', label: 'level', column: null };
const ASKED = ['verb', 'resource', 'subresource'].map(resolveField);
const KEPT = [LEVEL, ...['stage', 'stages'].map(resolveField)];
/** A cluster with many operators has some thousand; of more, the commonest tell. */
const KEPT_MAX = 10_000;

const CHANGES = parseQuery('verb:(create or update or patch)');
/** Attributes that are made of bodies alone: where no level is told, they tell that there are such. */
const OF_BODIES = ['pod.serviceAccountName', 'pod.commands', 'binding.role', 'role.verbs', 'webhook.targets'].map(
  resolveField,
);

/** What the audit log keeps of which requests: counted from its columns. Errors as `answerAbout`. */
export function readKeptRequests(signal?: AbortSignal) {
  return answerAbout(
    { type: ['audit'] },
    async (question) => {
      const requests = await keptRequests(question);
      const isTold = requests.every(({ level }) => level !== null);
      return { requests, untoldBodies: !isTold && (await hasUntoldBodies(question)) };
    },
    signal,
  );
}

async function keptRequests(question: Question): Promise<KeptRequests[]> {
  const kept: FieldReference[] = [];
  // A name that no event has would be sought in all originals.
  for (const field of KEPT) if ((await having(question, field)).length > 0) kept.push(field);
  const step: GroupStep = {
    ...{ kind: 'group', by: [...ASKED, ...kept], bucket: null, unseenForMs: null },
    aggregates: [{ kind: 'count', field: null, parameter: null, name: 'count' }],
  };
  const { rows } = await rowsOfPlan(question, { filter: question.scope.query, steps: [step] }, KEPT_MAX, null);
  return rows.map((row) => {
    const cell = (place: number) => (row[place] == null ? null : String(row[place]));
    const keptAs = (name: string) => {
      const place = kept.findIndex((field) => field.name === name);
      return place < 0 ? null : cell(ASKED.length + place);
    };
    const [verb, resource, subresource] = ASKED.map((_field, place) => cell(place));
    return { verb, resource, subresource, level: keptAs('level'), stage: keptAs('stage'), stages: keptAs('stages') };
  });
}

/** Whether bodies are there of requests that tell no level. Each attribute is asked for where it is one, in no original. */
async function hasUntoldBodies(question: Question): Promise<boolean> {
  const levelled = new Set(await having(question, LEVEL));
  for (const field of OF_BODIES) {
    const segments = await having(question, field);
    const bodies = combine('and', [CHANGES, exists(field)]);
    const bare = segments.filter((segment) => !levelled.has(segment));
    if (await isAny(question, bare, bodies)) return true;
    const untold = combine('and', [bodies, { kind: 'not', of: exists(LEVEL), at: NOWHERE }]);
    const others = segments.filter((segment) => levelled.has(segment));
    if (await isAny(question, others, untold)) return true;
  }
  return false;
}

async function having({ reader, scope }: Question, { name }: FieldReference): Promise<SegmentSpan[]> {
  const ids = await segmentsHaving(reader, scope.segments, name);
  return scope.segments.filter(({ id }) => ids.has(id));
}

async function isAny(question: Question, segments: readonly SegmentSpan[], query: Query): Promise<boolean> {
  if (segments.length === 0) return false;
  const { matching } = await questionWith(question, { ...question.scope, segments, query });
  return (await matching.count()) > 0;
}

function exists(field: FieldReference): Query {
  return { kind: 'field', field, matcher: { kind: 'exists' }, at: NOWHERE };
}
