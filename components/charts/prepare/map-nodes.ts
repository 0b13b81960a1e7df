import type { QueryAnswer } from '@/lib/interface';
import { type FieldValue, narrowedTo, type Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import { wholeFigure } from './figure-text';
import type { Pair } from './map-pairs';
import { cellName } from './row-values';

/** The keys of who sends, and of who receives. */
export type Sides = readonly [readonly number[], readonly number[]];

export interface MapNode {
  readonly name: string;
  /** The most telling part of the name. */
  readonly label: string;
  /** 0 = only sends, 1 = both, 2 = only receives. */
  readonly column: 0 | 1 | 2;
  /** Its place in its column, from the top. */
  readonly place: number;
  readonly figure: number;
  readonly mark: ChartMark;
}

/** Everybody in some pairs, the heaviest first. */
export function nodesOf(
  pairs: readonly Pair[],
  weight: (pair: Pair) => number,
  labels: ReadonlyMap<string, string>,
  mark: (name: string, figure: number) => ChartMark,
): MapNode[] {
  const sums = new Map<string, { sends: boolean; receives: boolean; figure: number }>();
  for (const pair of pairs) {
    for (const [side, name] of pair.ends.entries()) {
      const known = sums.get(name) ?? { sends: false, receives: false, figure: 0 };
      sums.set(name, {
        sends: known.sends || side === 0,
        receives: known.receives || side === 1,
        figure: known.figure + weight(pair),
      });
    }
  }
  const used = [0, 0, 0];
  return [...sums]
    .sort((one, other) => other[1].figure - one[1].figure)
    .map(([name, { sends, receives, figure }]): MapNode => {
      const column = sends ? (receives ? 1 : 0) : 2;
      const place = used[column] ?? 0;
      used[column] = place + 1;
      return { name, label: labels.get(name) ?? name, column, place, figure, mark: mark(name, figure) };
    });
}

/** The last part of each name that is there: of a namespace and a pod the pod. */
export function labelsOf(pairs: readonly Pair[], sides: Sides): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { row, ends } of pairs) {
    for (const [side, name] of ends.entries()) {
      const key = sides[side]?.findLast((place) => (row[place] ?? null) !== null);
      if (key !== undefined) labels.set(name, cellName(row[key] ?? null));
    }
  }
  return labels;
}

/** A node leads to all that it sent or received. */
export function nodeMark(
  { kinds }: QueryAnswer,
  pairs: readonly Pair[],
  name: string,
  sides: Sides,
  figure: number,
  unit: Unit | null,
): ChartMark {
  const clauses = sides.flatMap((keys, side) => {
    const row =
      pairs.find(({ ends }) => ends[side] === name)?.row ?? pairs.find(({ ends }) => ends[1 - side] === name)?.row;
    if (row === undefined) return [];
    const own = pairs.some(({ ends }) => ends[side] === name) ? keys : sides[1 - side];
    return [
      narrowedTo(
        '',
        keys.map(
          (key, place): FieldValue => ({ field: kinds[key]?.field ?? '', value: row[own?.[place] ?? 0] ?? null }),
        ),
      ),
    ];
  });
  return {
    text: `${name}: ${wholeFigure(figure, unit)} in and out`,
    values: [],
    clauses: [`((${clauses.join(') or (')}))`],
    range: null,
  };
}
