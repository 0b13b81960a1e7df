import { LOG_TYPES, SEVERITIES } from '@/lib/events';
import type { QueryAnswer } from '@/lib/interface';
import type { FieldValue, Unit } from '@/lib/query';
import type { ChartMark } from '../chart-mark';
import type { AnswerShape } from './answer-shape';
import { wholeFigure } from './figure-text';
import { cellName, keyName, keyValues, numberIn } from './row-values';

export interface HeatCell {
  readonly figure: number;
  /** 0 to 1: how strong its colour is; equal steps are equal ratios where figures differ by orders of magnitude. */
  readonly strength: number;
  readonly isNew: boolean;
  readonly mark: ChartMark;
}

export interface HeatLine {
  readonly name: string;
  /** Milliseconds since 1970 on an axis of time, else null. */
  readonly time: number | null;
}

export interface Heatmap {
  readonly rows: readonly HeatLine[];
  readonly columns: readonly HeatLine[];
  /** By row, then by column; null where there is nothing. */
  readonly cells: readonly (readonly (HeatCell | null)[])[];
  readonly unit: Unit | null;
  readonly most: number;
  readonly note: string | null;
}

interface Limits {
  readonly rows: number;
  readonly columns: number;
}

/**
 * A grid of the first key against the second, or of all keys against time; the largest rows and columns first, severities and
 * types in their own order. `isNew` knows which combinations did not occur before the range.
 */
export function prepareHeatmap(
  answer: QueryAnswer,
  shape: AnswerShape,
  limits: Limits,
  isNew: ((name: string) => boolean) | null,
): Heatmap {
  const { time, keys, figures } = shape;
  const [figure] = figures;
  const unit = answer.kinds[figure ?? -1]?.unit ?? null;
  const down = time === null ? keys.slice(0, 1) : keys;
  const across = time === null ? keys.slice(1) : [];
  const entries = answer.rows.flatMap((row) => {
    const number = numberIn(row, figure);
    const start = time === null ? null : Date.parse(String(row[time.place]));
    if (number === null || number <= 0 || Number.isNaN(start ?? 0)) return [];
    const values = [...keyValues(answer, row, down), ...keyValues(answer, row, across)];
    const column = start === null ? keyName(row, across) : new Date(start).toISOString();
    return [{ row: keyName(row, down), column, start, number, values, name: keyName(row, keys) }];
  });
  const rowNames = ordered(entries, ({ row }) => row, fieldOf(answer, down));
  const columnNames =
    time === null ? ordered(entries, ({ column }) => column, fieldOf(answer, across)) : timesOf(entries);
  const rows = rowNames.slice(0, limits.rows);
  const columns = time === null ? columnNames.slice(0, limits.columns) : columnNames.slice(-limits.columns);
  const shown = entries.filter(({ row, column }) => rows.includes(row) && columns.includes(column));
  const most = shown.reduce((largest, { number }) => Math.max(largest, number), 0);
  const least = shown.reduce((smallest, { number }) => Math.min(smallest, number), most);
  const byPlace = new Map(shown.map((entry) => [placeOf(entry.row, entry.column), entry]));
  const cells = rows.map((row) =>
    columns.map((column): HeatCell | null => {
      const entry = byPlace.get(placeOf(row, column));
      if (entry === undefined) return null;
      const news = isNew?.(entry.name) === true;
      return {
        figure: entry.number,
        strength: strengthOf(entry.number, least, most),
        isNew: news,
        mark: markOf(entry, time, unit, news),
      };
    }),
  );
  return {
    rows: rows.map((name) => ({ name, time: null })),
    columns: columns.map((name) => ({ name, time: time === null ? null : Date.parse(name) })),
    cells,
    unit,
    most,
    note: noteOf(answer, rowNames.length, columnNames.length, limits),
  };
}

interface Entry {
  readonly row: string;
  readonly column: string;
  readonly start: number | null;
  readonly number: number;
  readonly values: readonly FieldValue[];
  readonly name: string;
}

function markOf(
  { row, column, start, number, values }: Entry,
  time: AnswerShape['time'],
  unit: Unit | null,
  isNew: boolean,
): ChartMark {
  const range =
    start === null || time === null
      ? null
      : { from: new Date(start).toISOString(), to: new Date(start + time.interval).toISOString() };
  const text = `${row} · ${column}: ${wholeFigure(number, unit)}${isNew ? ', new in this range' : ''}`;
  return { text, values, clauses: [], range };
}

/** Figures further apart than this are compared by their orders of magnitude. */
const LOG_RATIO = 20;
/** A single one of many must still be seen. */
const STRENGTH_MIN = 0.12;

function strengthOf(number: number, least: number, most: number): number {
  const isLog = most / least > LOG_RATIO;
  const share = isLog ? Math.log1p(number) / Math.log1p(most) : number / most;
  return STRENGTH_MIN + (1 - STRENGTH_MIN) * share;
}

/** The names of one side: in the field's own order where it has one, else the largest in sum first. */
function ordered(entries: readonly Entry[], nameOf: (entry: Entry) => string, field: string | null): string[] {
  const totals = new Map<string, number>();
  for (const entry of entries) totals.set(nameOf(entry), (totals.get(nameOf(entry)) ?? 0) + entry.number);
  const own: readonly string[] = field === 'severity' ? [...SEVERITIES].reverse() : field === 'type' ? LOG_TYPES : [];
  const rank = (name: string) => (own.includes(name) ? own.indexOf(name) : own.length);
  return [...totals].sort((one, other) => rank(one[0]) - rank(other[0]) || other[1] - one[1]).map(([name]) => name);
}

function timesOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ column }) => column))].sort();
}

function fieldOf({ kinds }: QueryAnswer, keys: readonly number[]): string | null {
  return keys.length === 1 ? (kinds[keys[0] ?? 0]?.field ?? null) : null;
}

function placeOf(row: string, column: string): string {
  return JSON.stringify([row, column]);
}

function noteOf({ truncated, total }: QueryAnswer, rows: number, columns: number, limits: Limits): string | null {
  const parts = [
    rows > limits.rows ? `the ${limits.rows} largest of ${rows} rows` : null,
    columns > limits.columns ? `${limits.columns} of ${columns} columns` : null,
    truncated ? `of the first of ${total} groups` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.map(cellName).join(' · ');
}
