import type { QueryAnswer } from '@/lib/interface';
import { type FieldValue, narrowedTo, type Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import type { AnswerShape } from './answer-shape';
import { wholeFigure } from './figure-text';
import { cellName, keyName, numberIn } from './row-values';

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

export interface MapEdge {
  readonly from: number;
  readonly to: number;
  readonly figure: number;
  /** 0 to 1 of the heaviest. */
  readonly share: number;
  readonly isNew: boolean;
  readonly isDenied: boolean;
  readonly mark: ChartMark;
}

/** Who talks to whom. Edges are in order of weight, nodes are referred to by their places in the list. */
export interface ServiceMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** The most nodes in one column. */
  readonly height: number;
  readonly unit: Unit | null;
  readonly note: string | null;
}

interface Marks {
  readonly isNew: ((name: string) => boolean) | null;
  readonly isDenied: ((name: string) => boolean) | null;
}

interface Options extends Marks {
  readonly edgesMax: number;
  readonly nodesMax: number;
}

/**
 * A map of pairs: the first half of the keys is who sends, the second half who receives. The heaviest edges are taken one after
 * the other as long as there is room for their nodes, denied and new ones first: what was refused often carried nothing.
 */
export function prepareMap(answer: QueryAnswer, shape: AnswerShape, options: Options): ServiceMap {
  const half = shape.keys.length / 2;
  const [from, to] = [shape.keys.slice(0, half), shape.keys.slice(half)];
  // When all are new, marking them tells nothing apart.
  const allNew = answer.rows.every((row) => options.isNew?.(keyName(row, shape.keys)) === true);
  const isNew = (name: string) => !allNew && options.isNew?.(name) === true;
  const pairs = answer.rows.map((row) => {
    const name = keyName(row, shape.keys);
    return {
      row,
      name,
      figures: shape.figures.map((figure) => numberIn(row, figure) ?? 0),
      isNew: isNew(name),
      isDenied: options.isDenied?.(name) === true,
      ends: [keyName(row, from), keyName(row, to)] as const,
    };
  });
  const weight = weighed(pairs);
  const sorted = [...pairs].sort(
    (one, other) =>
      Number(other.isDenied) - Number(one.isDenied) ||
      Number(other.isNew) - Number(one.isNew) ||
      weight(other) - weight(one),
  );
  const taken = take(sorted, options);
  const unit = answer.kinds[shape.figures[weight.place] ?? -1]?.unit ?? null;
  const nodes = nodesOf(taken, weight, labelsOf(taken, [from, to]), (name, place) =>
    nodeMark(answer, taken, name, [from, to], place, unit),
  );
  const index = new Map(nodes.map(({ name }, place) => [name, place]));
  const heaviest = Math.max(1, ...taken.map(weight));
  const edges = taken.map((pair): MapEdge => {
    const said = [
      `${pair.ends[0]} → ${pair.ends[1]}: ${wholeFigure(weight(pair), unit)}`,
      pair.isDenied ? 'denied' : '',
      pair.isNew ? 'new in this range' : '',
    ];
    const values = shape.keys.map((key) => ({ field: answer.kinds[key]?.field ?? '', value: pair.row[key] ?? null }));
    return {
      from: index.get(pair.ends[0]) ?? 0,
      to: index.get(pair.ends[1]) ?? 0,
      figure: weight(pair),
      share: weight(pair) / heaviest,
      isNew: pair.isNew,
      isDenied: pair.isDenied,
      mark: { text: said.filter((text) => text !== '').join(', '), values, clauses: [], range: null },
    };
  });
  const height = Math.max(1, ...[0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length));
  return {
    nodes,
    edges: edges.sort((one, other) => other.figure - one.figure),
    height,
    unit,
    note: noteOf(answer, taken.length, allNew),
  };
}

interface Pair {
  readonly row: QueryAnswer['rows'][number];
  readonly name: string;
  readonly figures: readonly number[];
  readonly isNew: boolean;
  readonly isDenied: boolean;
  readonly ends: readonly [string, string];
}

/** By the first figure of which there is any: flows that say no bytes are counted. */
function weighed(pairs: readonly Pair[]) {
  const found = pairs[0]?.figures.findIndex((_, place) => pairs.some(({ figures }) => (figures[place] ?? 0) > 0)) ?? 0;
  const place = Math.max(0, found);
  return Object.assign((pair: Pair) => pair.figures[place] ?? 0, { place });
}

function take(sorted: readonly Pair[], { edgesMax, nodesMax }: Options): Pair[] {
  const nodes = new Set<string>();
  const taken: Pair[] = [];
  for (const pair of sorted) {
    const wider = new Set([...nodes, ...pair.ends]);
    if (taken.length === edgesMax || wider.size > nodesMax) continue;
    for (const end of pair.ends) nodes.add(end);
    taken.push(pair);
  }
  return taken;
}

function nodesOf(
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
function labelsOf(pairs: readonly Pair[], sides: readonly [readonly number[], readonly number[]]): Map<string, string> {
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
function nodeMark(
  { kinds }: QueryAnswer,
  pairs: readonly Pair[],
  name: string,
  sides: readonly [readonly number[], readonly number[]],
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

function noteOf({ rows, total, truncated }: QueryAnswer, drawn: number, allNew: boolean): string | null {
  const all = truncated ? total : rows.length;
  const cut = drawn < all ? `${drawn} of ${cellName(all)} pairs: denied, new, then the heaviest` : null;
  return allNew && all > 0 ? ['all are new in this range', cut].filter((part) => part !== null).join(' · ') : cut;
}
