import type { BuiltColumn, ColumnValue, SegmentColumns } from '@/lib/columns';
import { columnOf, NOBODY } from './segment-column';
import type { KeyPart } from './tally';

/** By code 0: what is said of events without a value. */
const NONE = 0;

/** What an event is counted under, by its code: a number of `texts`, plus one; 0 leaves it out. */
export interface KeyColumn {
  readonly codes: Uint32Array;
  readonly numbers: Uint32Array;
  readonly texts: readonly string[];
  /** Asked where the number is 0. */
  readonly orElse: Pick<KeyColumn, 'codes' | 'numbers'> | null;
}

export function keyColumn(columns: SegmentColumns, part: KeyPart): KeyColumn | 'never' | 'too-many' {
  const column = columnOf(columns, part.field);
  const other = part.orElse === undefined ? NOBODY : columnOf(columns, part.orElse.field);
  if ((column === 'too-many' || other === 'too-many') && part.optional !== true) return 'too-many';
  const first = numbered(column === 'too-many' ? NOBODY : column, part.as);
  const second = numbered(other === 'too-many' ? NOBODY : other, part.orElse?.as);
  const texts = [...first.texts];
  const behind = part.orElse === undefined ? null : Uint32Array.from(second.numbers);
  if (behind !== null) {
    const places = new Map(texts.map((text, place) => [text, place + 1]));
    const moved = second.texts.map((text) => places.get(text) ?? texts.push(text));
    for (const [code, number] of behind.entries()) behind[code] = moved[number - 1] ?? 0;
  }
  const numbers = Uint32Array.from(first.numbers);
  if (part.optional === true) {
    const none = texts.indexOf('') + 1 || texts.push('');
    (behind ?? numbers)[NONE] = none;
  }
  if (texts.length === 0) return 'never';
  const orElse = behind === null ? null : { codes: second.codes, numbers: behind };
  return { codes: first.codes, numbers, texts, orElse };
}

/** The texts of a column's values, with the number of each by its code; 0 = none. */
interface Numbered {
  readonly codes: Uint32Array;
  readonly numbers: Uint32Array;
  readonly texts: readonly string[];
}

type Naming = KeyPart['as'];

/** Several tallies count by the same part, and what is told of a value depends on the value alone. */
const numberings = new WeakMap<BuiltColumn, Map<Naming, Numbered>>();

function numbered(column: BuiltColumn, as: Naming): Numbered {
  const ways = numberings.get(column) ?? new Map<Naming, Numbered>();
  numberings.set(column, ways);
  const made = ways.get(as) ?? number(column, as);
  ways.set(as, made);
  return made;
}

function number({ codes, dictionary }: BuiltColumn, as: Naming): Numbered {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (value: ColumnValue): number => {
    const text = as === undefined ? String(value) : as(value);
    if (text === null) return 0;
    const given = numbers.get(text) ?? texts.push(text);
    numbers.set(text, given);
    return given;
  };
  return { codes, numbers: Uint32Array.from([0, ...dictionary.values.map(numberOf)]), texts };
}

/** What the event of a row is counted under here; 0 leaves it out. */
export function numberAt({ codes, numbers, orElse }: KeyColumn, row: number): number {
  const number = numbers[codes[row] ?? NONE] ?? 0;
  return number === 0 && orElse !== null ? (orElse.numbers[orElse.codes[row] ?? NONE] ?? 0) : number;
}
