import { attributeColumn, type GroupedRows, hasColumn, type KeyTimes, type MeasuredColumn } from '@/lib/columns';
import { attributeNumber, type FieldReference } from '@/lib/query';
import type { SegmentSpan } from '../segment-span';
import type { DictionaryAnswer, SegmentDictionary } from './column-cache';
import { bitsOf, type FoundEvents } from './found-events';
import type { GlobalDictionary } from './global-dictionary';
import { MergedGroups } from './merged-groups';
import type { SegmentRows } from './segment-rows';

/** What events are grouped by, and of which fields numbers are added up. */
export interface Grouping {
  /** Names of columns. */
  readonly keys: readonly string[];
  readonly stretches: Omit<KeyTimes, 'times'> | null;
  readonly measured: readonly FieldReference[];
}

/** The groups, and for each key the values behind its numbers. */
export interface FoundGroups {
  readonly groups: MergedGroups;
  readonly dictionaries: readonly GlobalDictionary[];
}

/** The column of a field; null when it has none of its own. */
export function columnOfField({ name, kind }: FieldReference): string | null {
  if (kind === 'attribute') return attributeColumn(name);
  return kind !== 'source' && kind !== 'file' && hasColumn(name) ? name : null;
}

/** Groups the events in all segments; null when a segment does not keep a column, or there are too many combinations. */
export async function groupFound(
  found: FoundEvents,
  { keys, stretches, measured }: Grouping,
): Promise<FoundGroups | null> {
  const { engine, reader, rows, signal } = found;
  const segments = rows.map(({ segment }) => segment);
  const columns = await loadColumns(found, keys);
  const numbers = await loadNumbers(found, measured);
  if (columns === null || numbers === null) return null;
  const times = stretches === null ? [] : await engine.cache.timesOf(reader, segments);
  // Where all events of a segment are counted by one column, its dictionary has counted them already.
  const counted = keys.length === 1 && stretches === null && measured.length === 0;
  const scanned = rows.flatMap((row, at) => (counted && row.bits === null ? [] : [at]));
  const inputs = scanned.map((at) => {
    const own = times[at];
    const row = rows[at] ?? NO_ROWS;
    return {
      bits: bitsOf(row),
      count: row.count,
      keys: columns.map(({ codes, dictionaries }) => ({
        codes: codes[at] ?? NO_CODES,
        values: dictionaries[at]?.numbers.length ?? 0,
      })),
      stretches: stretches === null || own === undefined ? null : { ...stretches, times: own.times },
      measured: numbers.map((ofSegments) => ofSegments[at] ?? NOTHING_MEASURED),
    };
  });
  const outputs = await engine.threads.run('groupRows', inputs, signal);
  const grouped = new Map(scanned.map((at, index) => [at, outputs[index]]));
  const dictionaries = columns.map(({ all }) => all);
  const groups = MergedGroups.of(
    dictionaries.map(({ size }) => size),
    stretches,
    numbers.length,
    outputs.reduce((sum, { counts }) => sum + counts.length, 0),
  );
  if (groups === null) return null;
  for (const [at, row] of rows.entries()) {
    const own = columns.flatMap(({ dictionaries: all }) => all[at] ?? []);
    groups.add(grouped.get(at) ?? groupsOfDictionary(own[0], row.segment), own);
  }
  return { groups, dictionaries };
}

/** The groups of all events of a segment by one column. */
function groupsOfDictionary(dictionary: SegmentDictionary | undefined, segment: SegmentSpan): GroupedRows {
  const all = Float64Array.from(dictionary?.counts ?? []);
  // Numbers of events that are no more are counted as events without a value.
  all[0] = (all[0] ?? 0) - (segment.numbers - segment.events);
  const codes = Uint32Array.from(all.keys()).filter((code) => (all[code] ?? 0) > 0);
  const counts = Float64Array.from(codes, (code) => all[code] ?? 0);
  return { codes: [codes], stretches: new Uint32Array(0), counts, measures: [] };
}

const NO_ROWS: Pick<SegmentRows, 'bits' | 'count' | 'segment'> = {
  bits: new Uint32Array(0),
  count: 0,
  segment: { id: 0, events: 0, numbers: 0, columns: true, first: null, last: null },
};
const NO_CODES = new Uint8Array(0);
const NOTHING_MEASURED: MeasuredColumn = { codes: NO_CODES, numbers: new Float64Array(0) };

async function loadColumns({ engine, reader, rows }: FoundEvents, names: readonly string[]) {
  const segments = rows.map(({ segment }) => segment);
  const columns = [];
  for (const name of names) {
    const dictionaries = kept(await engine.cache.dictionariesOf(reader, segments, name));
    if (dictionaries === null) return null;
    const all = engine.cache.valuesOf(name);
    columns.push({ all, dictionaries, codes: await engine.cache.codesOf(reader, segments, name) });
  }
  return columns;
}

function kept(answers: readonly DictionaryAnswer[]): SegmentDictionary[] | null {
  const dictionaries = answers.flatMap((answer) => (answer === 'too-many' ? [] : [answer]));
  return dictionaries.length === answers.length ? dictionaries : null;
}

/** For each field, for each segment, the numbers behind its codes. */
async function loadNumbers(found: FoundEvents, fields: readonly FieldReference[]): Promise<MeasuredColumn[][] | null> {
  const { engine, reader, rows } = found;
  const segments = rows.map(({ segment }) => segment);
  const measured: MeasuredColumn[][] = [];
  for (const field of fields) {
    if (field.kind === 'time') {
      const times = await engine.cache.timesOf(reader, segments);
      measured.push(times.map((own) => ({ codes: null, numbers: own.times })));
      continue;
    }
    const name = columnOfField(field);
    const [column] = name === null ? [] : ((await loadColumns(found, [name])) ?? []);
    if (column === undefined) return null;
    measured.push(column.codes.map((codes, at) => ({ codes, numbers: numbersOf(field, column.dictionaries[at]) })));
  }
  return measured;
}

/** By code, the number that a value is compared and added as; NaN for none. */
function numbersOf({ kind }: FieldReference, dictionary: SegmentDictionary | undefined): Float64Array {
  if (dictionary === undefined) return new Float64Array(0);
  const { numbers, all } = dictionary;
  const made = new Float64Array(numbers.length + 1).fill(Number.NaN);
  for (let index = 0; index < numbers.length; index += 1) {
    const value = all.values[numbers[index] ?? 0] ?? null;
    const number = kind === 'attribute' ? attributeNumber(value) : value;
    if (typeof number === 'number') made[index + 1] = number;
  }
  return made;
}
