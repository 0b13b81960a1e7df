import { type FirstGroups, firstGroups } from '../first-groups';
import type { GroupPart } from '../group-part';
import { GroupTable, type Measuring, type MergedMeasures } from '../group-table';
import type { ScanTask } from './task';

interface Input {
  readonly parts: readonly GroupPart[];
  /** The shares of each part that are merged: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** All keys are below it. */
  readonly combinations: number;
  readonly measured: readonly Measuring[];
  /** Null when all groups are wanted. */
  readonly first: FirstGroups | null;
}

/** The groups of some shares, each once; all lists have an item for each group. */
export interface GroupsOfShares {
  readonly keys: Float64Array;
  readonly counts: Float64Array;
  readonly measures: readonly MergedMeasures[];
  /** How many groups there are, also those that are not wanted. */
  readonly total: number;
  /** Whether no sum is so large that doubles leave out numbers. */
  readonly exact: boolean;
}

/** Merges the same shares of the groups of all segments. */
export const mergeGroups: ScanTask<Input, GroupsOfShares> = {
  cost: (input) => lengthOf(input) * (3 + input.measured.length),
  run(input) {
    const { parts, measured, combinations, first } = input;
    const table = new GroupTable(Math.min(lengthOf(input), combinations), combinations, measured);
    for (const part of parts) add(table, part, spanOf(part, input));
    const { size } = table;
    const wanted = first === null ? null : firstGroups(table, size, first);
    return {
      keys:
        wanted === null
          ? Float64Array.from({ length: size }, (_, group) => table.keyOf(group))
          : Float64Array.from(wanted, (group) => table.keyOf(group)),
      counts: chosen(table.counts, size, wanted),
      measures: table.measures.map(({ counts, sums, minima, maxima }) => ({
        counts: chosen(counts, size, wanted),
        sums: chosen(sums, size, wanted),
        minima: chosen(minima, size, wanted),
        maxima: chosen(maxima, size, wanted),
      })),
      total: size,
      exact: table.measures.every(({ sums }) => sums.every((sum) => Math.abs(sum) <= Number.MAX_SAFE_INTEGER)),
    };
  },
};

function add(table: GroupTable, { keys, counts, measures }: GroupPart, { start, end }: Span): void {
  const groups = table.groupsOf(keys, start, end - start);
  const all = table.counts;
  for (let at = start; at < end; at += 1) {
    const group = groups[at - start] ?? 0;
    all[group] = (all[group] ?? 0) + (counts[at] ?? 0);
  }
  for (const [index, measure] of measures.entries()) {
    table.measures[index]?.addMeasures(groups, measure, start, end - start);
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf({ ends }: GroupPart, { from, to }: Pick<Input, 'from' | 'to'>): Span {
  return { start: from === 0 ? 0 : (ends[from - 1] ?? 0), end: ends[to - 1] ?? 0 };
}

function lengthOf(input: Input): number {
  return input.parts.reduce((sum, part) => {
    const { start, end } = spanOf(part, input);
    return sum + end - start;
  }, 0);
}

/** The items of the wanted groups; an empty list stays empty. */
function chosen(list: Float64Array, size: number, wanted: readonly number[] | null): Float64Array {
  if (list.length === 0) return list;
  return wanted === null ? list.slice(0, size) : Float64Array.from(wanted, (group) => list[group] ?? 0);
}
