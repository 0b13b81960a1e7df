import type { QueryAnswer } from '@/lib/interface';
import type { Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import type { AnswerShape } from './answer-shape';
import { wholeFigure } from './figure-text';
import { type Scale, scaleFor } from './nice-scale';
import { keyName, keyValues, numberIn } from './row-values';

export interface ScatterAxis {
  readonly name: string;
  readonly unit: Unit | null;
  /** Values are milliseconds since 1970. */
  readonly isTime: boolean;
  readonly scale: Scale;
}

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  readonly mark: ChartMark;
}

export interface ScatterChart {
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly points: readonly ScatterPoint[];
  readonly note: string | null;
}

const POINTS_MAX = 2000;

/** A point for each row: the first measure against the second, a time always across. Null when no row has both. */
export function prepareScatter(answer: QueryAnswer, { measures, keys }: AnswerShape): ScatterChart | null {
  const [first, second] = [...measures].sort(
    (one, other) => Number(isTime(answer, other)) - Number(isTime(answer, one)),
  );
  if (first === undefined || second === undefined) return null;
  const rows = answer.rows.slice(0, POINTS_MAX);
  const found = rows.flatMap((row) => {
    const [x, y] = [first, second].map((place) => measureOf(answer, row, place));
    return x === null || x === undefined || y === null || y === undefined ? [] : [{ row, x, y }];
  });
  if (found.length === 0) return null;
  const axes = [
    axisOf(
      answer,
      first,
      found.map(({ x }) => x),
    ),
    axisOf(
      answer,
      second,
      found.map(({ y }) => y),
    ),
  ] as const;
  const [x, y] = axes;
  const points = found.map((each) => {
    const name = keys.length === 0 ? '' : `${keyName(each.row, keys)}: `;
    const text = `${name}${x.name} ${valueText(each.x, x)}, ${y.name} ${valueText(each.y, y)}`;
    return {
      x: each.x,
      y: each.y,
      mark: { text, values: keyValues(answer, each.row, keys), clauses: [], range: null },
    };
  });
  return { x, y, points, note: noteOf(answer, points.length) };
}

function axisOf({ columns, kinds }: QueryAnswer, place: number, values: readonly number[]): ScatterAxis {
  const unit = kinds[place]?.unit ?? null;
  const time = kinds[place]?.kind === 'time';
  return {
    name: columns[place] ?? '',
    unit,
    isTime: time,
    scale: time ? timeScale(values) : scaleFor(values, unit, true),
  };
}

function timeScale(values: readonly number[]): Scale {
  const from = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const to = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  return { kind: 'linear', from, to: Math.max(to, from + 1), ticks: [] };
}

function measureOf(answer: QueryAnswer, row: QueryAnswer['rows'][number], place: number): number | null {
  if (!isTime(answer, place)) return numberIn(row, place);
  const time = Date.parse(String(row[place]));
  return Number.isNaN(time) ? null : time;
}

function isTime({ kinds }: QueryAnswer, place: number): boolean {
  return kinds[place]?.kind === 'time';
}

function valueText(value: number, { isTime: time, unit }: ScatterAxis): string {
  return time ? new Date(value).toISOString() : wholeFigure(value, unit);
}

function noteOf({ rows, total }: QueryAnswer, drawn: number): string | null {
  return drawn < total
    ? `${drawn} of ${total} rows: ${rows.length > POINTS_MAX ? 'the first' : 'those with both numbers'}`
    : null;
}
