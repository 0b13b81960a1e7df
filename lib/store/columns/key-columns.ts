import { attributeColumn, type Codes, hasColumn, type MeasuredColumn } from '@/lib/columns';
import { attributeNumber, type FieldReference } from '@/lib/query';
import type { DictionaryAnswer, SegmentDictionary } from './column-cache';
import type { FoundEvents } from './found-events';
import { GlobalDictionary } from './global-dictionary';

/** A column of all segments that hold found events; the lists have an item for each of these. */
export interface LoadedColumn {
  readonly all: GlobalDictionary;
  readonly dictionaries: readonly SegmentDictionary[];
  readonly codes: readonly Codes[];
}

/** A field whose numbers are added up in each group; `extremes`: whether its least and most are wanted too. */
export interface MeasuredField {
  readonly field: FieldReference;
  readonly extremes: boolean;
}

/** The column of a field; null when it has none of its own. */
export function columnOfField({ name, kind }: FieldReference): string | null {
  if (kind === 'attribute') return attributeColumn(name);
  return kind !== 'source' && kind !== 'file' && hasColumn(name) ? name : null;
}

/** The columns of these names; null when a segment does not keep one of them. */
export async function loadColumns(
  { engine, reader, rows }: FoundEvents,
  names: readonly string[],
): Promise<LoadedColumn[] | null> {
  const segments = rows.map(({ segment }) => segment);
  const columns: LoadedColumn[] = [];
  for (const name of names) {
    const dictionaries = kept(await engine.cache.dictionariesOf(reader, segments, name));
    if (dictionaries === null) return null;
    const all = dictionaries[0]?.all ?? new GlobalDictionary();
    columns.push({ all, dictionaries, codes: await engine.cache.codesOf(reader, segments, name) });
  }
  return columns;
}

function kept(answers: readonly DictionaryAnswer[]): SegmentDictionary[] | null {
  const dictionaries = answers.flatMap((answer) => (answer === 'too-many' ? [] : [answer]));
  return dictionaries.length === answers.length ? dictionaries : null;
}

/** For each field, for each segment, the numbers behind its codes; null when a segment does not keep one of them. */
export async function loadNumbers(
  found: FoundEvents,
  fields: readonly MeasuredField[],
): Promise<MeasuredColumn[][] | null> {
  const { engine, reader, rows } = found;
  const segments = rows.map(({ segment }) => segment);
  const measured: MeasuredColumn[][] = [];
  for (const { field, extremes } of fields) {
    if (field.kind === 'time') {
      const times = await engine.cache.timesOf(reader, segments);
      measured.push(times.map((own) => ({ codes: null, numbers: own.times, extremes })));
      continue;
    }
    const name = columnOfField(field);
    const [column] = name === null ? [] : ((await loadColumns(found, [name])) ?? []);
    if (column === undefined) return null;
    const { codes, dictionaries } = column;
    measured.push(codes.map((own, at) => ({ codes: own, numbers: numbersOf(field, dictionaries[at]), extremes })));
  }
  return measured;
}

/** By code, the number that a value is compared and added as; NaN for none. */
function numbersOf({ kind }: FieldReference, dictionary: SegmentDictionary | undefined): Float64Array {
  if (dictionary === undefined) return new Float64Array(0);
  const { numbers, all } = dictionary;
  // Shared, since the threads would copy as many numbers as there are values.
  const made = new Float64Array(new SharedArrayBuffer((numbers.length + 1) * 8)).fill(Number.NaN);
  for (let index = 0; index < numbers.length; index += 1) {
    const value = all.values[numbers[index] ?? 0] ?? null;
    const number = kind === 'attribute' ? attributeNumber(value) : value;
    if (typeof number === 'number') made[index + 1] = number;
  }
  return made;
}
