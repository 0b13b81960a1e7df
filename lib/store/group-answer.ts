import { largest } from '@/lib/columns';
import { type Cell, evaluateGroups, type GroupsAnswer, type Step } from '@/lib/query';
import type { EventGroups, WantedGroups } from './event-groups';

/** The most rows of an answer, and the groups that are enough for them: those of `wantedGroups`. */
export interface AnswerSize {
  readonly rowsMax: number;
  readonly wanted: WantedGroups | null;
}

/** What the steps of a plan make of its groups. `now` is what relative times count from. */
export function answerOfGroups(
  steps: readonly Step[],
  groups: EventGroups,
  { rowsMax, wanted }: AnswerSize,
  range: { readonly now: Date; readonly from: number | null; readonly to: number | null },
): GroupsAnswer {
  const places = wanted === null ? null : wantedPlaces(groups, wanted);
  const answer = evaluateGroups(steps, rowsAt(groups, places), range, rowsMax);
  const isPart = places !== null || groups.size < groups.total;
  return isPart ? { ...answer, total: Math.min(groups.total, limitOf(steps) ?? groups.total) } : answer;
}

function* rowsAt(groups: EventGroups, places: readonly number[] | null): Generator<Cell[]> {
  if (places === null) for (let place = 0; place < groups.size; place += 1) yield groups.row(place);
  else for (const place of places) yield groups.row(place);
}

/** Which groups are enough for the rows that are shown; null when all may be needed. */
export function wantedGroups(steps: readonly Step[], rowsMax: number): WantedGroups | null {
  const [group, ...rest] = steps;
  if (group?.kind !== 'group' || group.bucket !== null) return null;
  if (rest.some(({ kind }) => kind === 'where' || kind === 'group')) return null;
  const end = rest.findIndex(({ kind }) => kind === 'limit');
  const sorts = (end < 0 ? rest : rest.slice(0, end)).filter((step) => step.kind === 'sort');
  const limit = rest[end];
  // A later limit may be less, but of rows that were sorted anew since.
  const count = limit?.kind === 'limit' ? limit.rows : rowsMax;
  const key = sorts.at(-1)?.keys[0];
  if (key === undefined) return { figure: 0, descending: true, count };
  const figure = group.aggregates.findIndex(({ name }) => name === key.field.name);
  return figure < 0 ? null : { figure, descending: key.descending, count };
}

/** The least of the limits: what comes behind one can only leave out more. */
function limitOf(steps: readonly Step[]): number | null {
  const limits = steps.flatMap((step) => (step.kind === 'limit' ? [step.rows] : []));
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Places of the wanted among the groups at hand; null when all of these may be. */
function wantedPlaces(groups: EventGroups, { figure, count, descending }: WantedGroups): number[] | null {
  if (groups.size <= count) return null;
  const amounts = groups.figure(figure);
  return amounts === null ? null : largest(amounts, count, descending);
}
