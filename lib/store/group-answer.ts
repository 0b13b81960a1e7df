import { type Cell, evaluateGroups, type PlanAnswer, type Step } from '@/lib/query';
import type { EventGroups } from './event-groups';

/** The rows that a plan gives of groups, the first ones in order, and how many there are in all. */
export interface GroupAnswer extends PlanAnswer {
  readonly total: number;
}

/** What the steps of a plan make of its groups; at most `rowsMax` rows. `now` is what relative times count from. */
export function answerOfGroups(
  steps: readonly Step[],
  groups: EventGroups,
  rowsMax: number,
  range: { readonly now: Date; readonly from: number | null; readonly to: number | null },
): GroupAnswer {
  const wanted = firstWanted(steps, rowsMax);
  const places = wanted === null ? null : largest(groups, wanted);
  const rows: Cell[][] = [];
  if (places === null) for (let place = 0; place < groups.size; place += 1) rows.push(groups.row(place));
  else for (const place of places) rows.push(groups.row(place));
  const answer = evaluateGroups(steps, rows, range);
  const total = places === null ? answer.rows.length : Math.min(groups.size, limitOf(steps) ?? groups.size);
  return { ...answer, rows: answer.rows.slice(0, rowsMax), total };
}

/** How many of the groups with the largest first figures are enough; null when all may be needed. */
function firstWanted(steps: readonly Step[], rowsMax: number): { figure: number; count: number } | null {
  const [group, ...rest] = steps;
  if (group?.kind !== 'group' || group.bucket !== null) return null;
  if (rest.some(({ kind }) => kind === 'where' || kind === 'group')) return null;
  const limit = rest.findIndex(({ kind }) => kind === 'limit');
  const sorts = (limit < 0 ? rest : rest.slice(0, limit)).filter((step) => step.kind === 'sort');
  const count = limit < 0 ? rowsMax : (limitOf(steps) ?? rowsMax);
  const key = sorts.at(-1)?.keys[0];
  if (key === undefined) return { figure: 0, count };
  const figure = group.aggregates.findIndex(({ name }) => name === key.field.name);
  return figure < 0 || !key.descending ? null : { figure, count };
}

/** The least of the limits: what comes behind one can only leave out more. */
function limitOf(steps: readonly Step[]): number | null {
  const limits = steps.flatMap((step) => (step.kind === 'limit' ? [step.rows] : []));
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Places of the groups with the largest of a figure, and of all that have as much as the last of them; null when unknown. */
function largest(groups: EventGroups, { figure, count }: { figure: number; count: number }): number[] | null {
  if (groups.size <= count) return null;
  const amounts = groups.figure(figure);
  if (amounts === null) return null;
  const least = nthLargest(amounts, count);
  const places: number[] = [];
  for (let place = 0; place < amounts.length; place += 1) if ((amounts[place] ?? 0) >= least) places.push(place);
  return places;
}

/** Only what may be among the first is sorted. */
function nthLargest(amounts: Float64Array, count: number): number {
  const room = new Float64Array(count * 4 + 1024);
  let used = 0;
  let least = Number.NEGATIVE_INFINITY;
  const cut = () => {
    const sorted = room.subarray(0, used).sort().reverse();
    used = Math.min(used, count);
    least = used === count ? (sorted[count - 1] ?? least) : least;
  };
  for (const amount of amounts) {
    if (amount < least) continue;
    room[used] = amount;
    used += 1;
    if (used === room.length) cut();
  }
  cut();
  return least;
}
