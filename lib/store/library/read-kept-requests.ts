import type { KeptRequests } from '@/lib/library';
import { combine, type FieldReference, type GroupStep, parseQuery, type Query, resolveField } from '@/lib/query';
import { answerAbout, type Question, questionWith } from '../answer-about';
import { rowsOfPlan } from '../plan-rows';

const NOWHERE = { from: 0, to: 0 };
/** In a query the name `level` means how grave an event is. */
const LEVEL: FieldReference = { name: 'level', kind: 'attribute', label: 'level', column: null };
const KEPT: GroupStep = {
  kind: 'group',
  aggregates: [{ kind: 'count', field: null, parameter: null, name: 'count' }],
  by: [...['verb', 'resource', 'subresource'].map(resolveField), LEVEL, ...['stage', 'stages'].map(resolveField)],
  bucket: null,
  unseenForMs: null,
};
/** A cluster with many operators has some thousand; of more, the commonest tell. */
const KEPT_MAX = 10_000;

/** Where no level is told, attributes that are made of bodies alone tell that there are such. */
const UNTOLD: Query = combine('and', [
  parseQuery(
    'verb:(create or update or patch) (pod.serviceAccountName:* or pod.commands:* or binding.role:* or role.verbs:* or webhook.targets:*)',
  ),
  { kind: 'not', of: { kind: 'field', field: LEVEL, matcher: { kind: 'exists' }, at: NOWHERE }, at: NOWHERE },
]);

/** What the audit log keeps of which requests: counted from its columns. Errors as `answerAbout`. */
export function readKeptRequests(signal?: AbortSignal) {
  return answerAbout(
    { type: ['audit'] },
    async (question) => {
      const plan = { filter: question.scope.query, steps: [KEPT] };
      const { rows } = await rowsOfPlan(question, plan, KEPT_MAX, null);
      return { requests: rows.map(requestsOf), untoldBodies: await hasUntoldBodies(question) };
    },
    signal,
  );
}

function requestsOf(row: readonly (string | number | null)[]): KeptRequests {
  const [verb, resource, subresource, level, stage, stages] = row.map((cell) => (cell === null ? null : String(cell)));
  return { verb, resource, subresource, level: level ?? null, stage: stage ?? null, stages: stages ?? null };
}

async function hasUntoldBodies(question: Question): Promise<boolean> {
  const query = combine('and', [question.scope.query, UNTOLD]);
  const { matching } = await questionWith(question, { ...question.scope, query });
  return (await matching.count()) > 0;
}
