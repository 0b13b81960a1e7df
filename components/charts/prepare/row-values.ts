import { visibleLine } from '@/components/text';
import type { QueryAnswer } from '@/lib/interface';
import type { FieldValue } from '@/lib/query';

type Row = QueryAnswer['rows'][number];

/** The values of a row's keys, as a filter takes them. */
export function keyValues({ kinds }: QueryAnswer, row: Row, keys: readonly number[]): FieldValue[] {
  return keys.flatMap((key) => {
    const field = kinds[key]?.field ?? null;
    return field === null ? [] : [{ field, value: row[key] ?? null }];
  });
}

/** A row's keys as one name; a missing value is said to be missing. */
export function keyName(row: Row, keys: readonly number[]): string {
  return keys.map((key) => cellName(row[key] ?? null)).join(' · ');
}

export function cellName(value: Row[number]): string {
  return value === null ? '(none)' : visibleLine(String(value).slice(0, 300));
}

/** The number in a cell; null where there is none. Numbers too large to be exact come as digits. */
export function numberIn(row: Row, place: number | undefined): number | null {
  const value = place === undefined ? null : (row[place] ?? null);
  if (value === null) return null;
  const number = typeof value === 'number' ? value : Number(value);
  return Number.isFinite(number) ? number : null;
}
