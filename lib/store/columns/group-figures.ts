import type { KeyTimes } from '@/lib/columns';
import { type AggregateCall, attributeNumber, type Cell, type FieldReference, interpolate } from '@/lib/query';
import type { FoundEvents } from './found-events';
import { type FoundGroups, groupFound } from './group-found';
import { columnOfField } from './key-columns';
import type { MergedGroups } from './merged-groups';

/** A figure of each group. */
export interface Figure {
  of(group: number): Cell;
  /** The figure of every group as a number to sort by, the largest first: minus infinity where there is none. */
  readonly amounts: (() => Float64Array) | null;
  /** What it is of no events at all. */
  readonly ofNothing: Cell;
}

interface GroupedBy {
  readonly keys: readonly string[];
  readonly stretches: Omit<KeyTimes, 'times'> | null;
}

/** The figures of groups, in the order of the calls, of which each with a field was measured; null when one must be left to SQL. */
export async function figuresOf(
  found: FoundEvents,
  calls: readonly AggregateCall[],
  by: GroupedBy,
  { groups }: FoundGroups,
): Promise<Figure[] | null> {
  const figures: Figure[] = [];
  let measure = 0;
  for (const call of calls) {
    const figure =
      call.field === null ? countFigure(groups) : await fieldFigure(found, call, call.field, by, groups, measure);
    if (call.field !== null) measure += 1;
    if (figure === null) return null;
    figures.push(figure);
  }
  return figures;
}

function countFigure({ counts }: MergedGroups): Figure {
  return { of: (group) => counts[group] ?? 0, amounts: () => counts, ofNothing: 0 };
}

async function fieldFigure(
  found: FoundEvents,
  { kind, parameter }: AggregateCall,
  field: FieldReference,
  by: GroupedBy,
  groups: MergedGroups,
  measure: number,
): Promise<Figure | null> {
  const measured = groups.measures[measure];
  if (measured === undefined) return null;
  const { counts, sums, minima, maxima } = measured;
  const ofAny = (cell: (group: number) => Cell): Figure => ({
    of: (group) => (counts[group] === 0 ? null : cell(group)),
    amounts: null,
    ofNothing: null,
  });
  switch (kind) {
    case 'count':
      return { of: (group) => counts[group] ?? 0, amounts: () => counts, ofNothing: 0 };
    case 'sum':
      // Beyond this, doubles leave out numbers; Postgres adds them exactly.
      if (!groups.exact) return null;
      return {
        ...ofAny((group) => sums[group] ?? 0),
        amounts: () => sums.map((sum, group) => (counts[group] === 0 ? Number.NEGATIVE_INFINITY : sum)),
      };
    case 'avg':
      return ofAny((group) => (sums[group] ?? 0) / (counts[group] ?? 1));
    case 'min':
      return ofAny((group) => minima[group] ?? 0);
    case 'max':
      return ofAny((group) => maxima[group] ?? 0);
    case 'distinct':
      return distinctFigure(await spread(found, field, by), groups);
    case 'quantile':
      return quantileFigure(await spread(found, field, by), groups, field, parameter ?? 0);
  }
}

/** The same groups, each spread out over the values of a field. */
async function spread(found: FoundEvents, field: FieldReference, { keys, stretches }: GroupedBy) {
  const column = columnOfField(field);
  return column === null ? null : groupFound(found, { keys: [...keys, column], stretches, measured: [], first: null });
}

function distinctFigure(values: FoundGroups | null, groups: MergedGroups): Figure | null {
  if (values === null) return null;
  const distinct = new Float64Array(groups.size);
  for (const { group } of valuesIn(values, groups)) distinct[group] = (distinct[group] ?? 0) + 1;
  return { of: (group) => distinct[group] ?? 0, amounts: () => distinct, ofNothing: 0 };
}

function quantileFigure(
  values: FoundGroups | null,
  groups: MergedGroups,
  { kind }: FieldReference,
  share: number,
): Figure | null {
  if (values === null) return null;
  const lists = new Map<number, { value: number; count: number }[]>();
  for (const { group, value, count } of valuesIn(values, groups)) {
    const number = kind === 'attribute' ? attributeNumber(value) : value;
    if (typeof number !== 'number') continue;
    const list = lists.get(group);
    if (list === undefined) lists.set(group, [{ value: number, count }]);
    else list.push({ value: number, count });
  }
  const figures = new Map(Array.from(lists, ([group, list]) => [group, interpolate(list, share)]));
  return { of: (group) => figures.get(group) ?? null, amounts: null, ofNothing: null };
}

/** Every value that occurs in a group, once each: the group spread out, its value, how many events have it. */
function* valuesIn({ groups: spreadOut, dictionaries }: FoundGroups, groups: MergedGroups) {
  const last = dictionaries.length - 1;
  for (let index = 0; index < spreadOut.size; index += 1) {
    const values = spreadOut.valuesOf(index);
    const number = values[last] ?? null;
    if (number === null) continue;
    const value = dictionaries[last]?.values[number] ?? null;
    const group = groups.groupLike(spreadOut.stretchOf(index), values);
    yield { group, value, count: spreadOut.counts[index] ?? 0 };
  }
}
