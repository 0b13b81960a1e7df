import { formatBytes, formatDuration, visibleLine } from '@/components/text';
import { clockTime, dayOf, type Zone } from '@/components/time';
import type { ColumnAnswer, QueryAnswer } from '@/lib/interface';

export type AnswerValue = QueryAnswer['rows'][number][number];

/** Longer than any cell is wide; a message of megabytes must not be laid out. */
const TEXT_MAX = 600;

const FIGURE = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const SMALL_FIGURE = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** What a cell says: amounts with their digits grouped, codes and ports as they are, times in the zone. */
export function answerCellText(value: AnswerValue, column: ColumnAnswer, zone: Zone): string {
  if (value === null) return column.field === null ? '–' : '(none)';
  if (column.kind === 'time') return timeText(String(value), column, zone);
  if (isAmount(column)) return typeof value === 'number' ? figureText(value) : groupedDigits(value);
  return visibleLine(String(value).slice(0, TEXT_MAX));
}

/** The same for a person to grasp, where the cell itself is exact; undefined when nothing is to be added. */
export function answerCellTitle(value: AnswerValue, column: ColumnAnswer): string | undefined {
  if (typeof value !== 'number') return typeof value === 'string' ? visibleLine(value.slice(0, TEXT_MAX)) : undefined;
  if (column.unit === 'bytes') return formatBytes(value);
  return column.unit === 'milliseconds' ? formatDuration(value / 1000) : undefined;
}

/** A column of numbers is aligned by its last digit. */
export function isNumeric({ kind }: ColumnAnswer): boolean {
  return kind === 'integer' || kind === 'number';
}

function isAmount(column: ColumnAnswer): boolean {
  return isNumeric(column) && (column.field === null || column.unit !== null);
}

function figureText(value: number): string {
  const isTiny = value !== 0 && Math.abs(value) < 0.1;
  return isTiny ? SMALL_FIGURE.format(value) : FIGURE.format(value);
}

/** A whole number too large to be a number here. */
function groupedDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function timeText(time: string, { interval }: ColumnAnswer, zone: Zone): string {
  const clock = clockTime(time, zone);
  const day = dayOf(time, zone, true);
  if (interval === null || interval % 1000 !== 0) return `${day} ${clock}`;
  if (interval % 86_400_000 === 0 && zone === 'utc') return day;
  return `${day} ${clock.slice(0, interval % 60_000 === 0 ? 5 : 8)}`;
}
