import { logTypeFromCode, severityFromCode } from '@/lib/events';
import { compareCodePoints } from '../code-points';
import type { FieldReference } from '../field-reference';
import { numberOf } from '../targets';

/**
 * A value while rows are worked on, as the column in Postgres has it: codes for types and severities, microseconds since
 * 1970 for times; bigint for a sum that may not fit a number.
 */
export type Cell = string | number | bigint | null;

/** A cell on the scale on which it is compared and added; null when it is no number. */
export function cellNumber(field: FieldReference, cell: Cell): number | bigint | null {
  if (field.kind === 'attribute') return numberOf(typeof cell === 'bigint' ? Number(cell) : cell);
  return typeof cell === 'string' ? null : cell;
}

/** A value as an answer has it: names for codes; a whole number too large to be exact as a number becomes its digits. */
export function shownCell(field: FieldReference, cell: Cell): string | number | null {
  if (cell === null) return null;
  if (field.kind === 'type') return logTypeFromCode(Number(cell));
  if (field.kind === 'severity') return severityFromCode(Number(cell));
  if (typeof cell !== 'bigint') return cell;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : String(cell);
}

/** The cell behind what the driver gives for a column of this kind: bigint and numeric come as text. */
export function cellOfSql(field: FieldReference, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (field.kind === 'integer' && typeof value === 'string') {
    const whole = BigInt(value);
    const number = Number(whole);
    return Number.isSafeInteger(number) ? number : whole;
  }
  if (isNumeric(field)) return Number(value);
  return String(value);
}

/** Whether cells of the field are numbers: amounts, codes or times. */
export function isNumeric({ kind }: FieldReference): boolean {
  return kind === 'integer' || kind === 'number' || kind === 'severity' || kind === 'type' || kind === 'time';
}

/** The order of rows: numbers by size, texts by code point as the collation "C" has them; nulls last both ways. */
export function compareCells(field: FieldReference, one: Cell, other: Cell, descending: boolean): number {
  if (field.kind === 'attribute') {
    const byNumber = ordered(cellNumber(field, one), cellNumber(field, other), descending);
    if (byNumber !== 0) return byNumber;
  }
  return ordered(one, other, descending);
}

function ordered(one: Cell, other: Cell, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order =
    typeof one === 'string' && typeof other === 'string' ? compareCodePoints(one, other) : amounts(one, other);
  return descending ? -order : order;
}

function amounts(one: Exclude<Cell, null>, other: Exclude<Cell, null>): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
