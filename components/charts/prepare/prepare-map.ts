import type { QueryAnswer } from '@/lib/interface';
import type { Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import type { AnswerShape } from './answer-shape';
import { wholeFigure } from './figure-text';
import { labelsOf, type MapNode, nodeMark, nodesOf } from './map-nodes';
import { take, weighed } from './map-pairs';
import { cellName, keyName, numberIn } from './row-values';

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
  return {
    nodes,
    edges: edges.sort((one, other) => other.figure - one.figure),
    unit,
    note: noteOf(answer, taken.length, allNew),
  };
}

function noteOf({ rows, total, truncated }: QueryAnswer, drawn: number, allNew: boolean): string | null {
  const all = truncated ? total : rows.length;
  const cut = drawn < all ? `${drawn} of ${cellName(all)} pairs: denied, new, then the heaviest` : null;
  return allNew && all > 0 ? ['all are new in this range', cut].filter((part) => part !== null).join(' · ') : cut;
}
