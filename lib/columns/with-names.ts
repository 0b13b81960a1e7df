import type { BuiltColumn } from './column-builder';
import type { ColumnValue } from './dictionary';
import type { SegmentColumns } from './segment-columns';

/**
 * The same columns, but in one of them each value is replaced by its name: for values that were numbered while they were not known
 * yet. Several numbers may have one name.
 */
export function withNames(
  columns: SegmentColumns,
  name: string,
  names: ReadonlyMap<ColumnValue, string>,
): SegmentColumns {
  const column = columns.columns.get(name);
  if (column === undefined || column === 'too-many') return columns;
  return { ...columns, columns: new Map([...columns.columns, [name, renamed(column, names)]]) };
}

function renamed({ dictionary, codes }: BuiltColumn, names: ReadonlyMap<ColumnValue, string>): BuiltColumn {
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  const newCodes = new Uint32Array(dictionary.values.length + 1);
  for (const [index, value] of dictionary.values.entries()) {
    const name = names.get(value);
    if (name === undefined) throw new RangeError(`the value ${value} of a column has no name`);
    const code = codeOf.get(name) ?? values.push(name);
    codeOf.set(name, code);
    newCodes[index + 1] = code;
  }
  const counts = new Uint32Array(values.length + 1);
  for (const [code, count] of dictionary.counts.entries()) {
    const place = newCodes[code] ?? 0;
    counts[place] = (counts[place] ?? 0) + count;
  }
  return { dictionary: { values, counts }, codes: codes.map((code) => newCodes[code] ?? 0) };
}
