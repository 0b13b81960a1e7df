import { type ColumnValue, SameTexts } from '@/lib/columns';
import { compareCodePoints } from '@/lib/query';

const NUMBER_BYTES = 16;
/** What a text costs beside its characters: the string, its entry in the map and in the list. */
const TEXT_BYTES = 72;

/** One number for each value of a column, the same in all segments, so that counts of segments can be added up. */
export class GlobalDictionary {
  readonly values: ColumnValue[] = [];
  private readonly numbers = new Map<ColumnValue, number>();
  /** About how much memory it takes. */
  weight = 0;

  private ranked: Float64Array | null = null;

  get size(): number {
    return this.values.length;
  }

  numberOf(value: ColumnValue): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.values.push(value);
    this.numbers.set(value, number);
    this.weight += typeof value === 'string' ? TEXT_BYTES + value.length * 2 : NUMBER_BYTES;
    return number;
  }

  /** The place of each value, by number, when all are sorted: numbers by size, texts by code point. */
  ranks(): Float64Array {
    if (this.ranked?.length === this.size) return this.ranked;
    const sorted = Array.from(this.values.keys()).sort((one, other) =>
      compareValues(this.values[one] ?? '', this.values[other] ?? ''),
    );
    const ranks = new Float64Array(this.size);
    for (const [rank, number] of sorted.entries()) ranks[number] = rank;
    this.ranked = ranks;
    return ranks;
  }

  /** The rank of a value that is written as a text; between two ranks when it is none of these. */
  rankOf(text: string): number {
    const value = typeof this.values[0] === 'number' ? Number(text) : text;
    const number = this.numbers.get(value);
    if (number !== undefined) return this.ranks()[number] ?? Number.NaN;
    return this.values.reduce<number>((below, other) => below + (compareValues(other, value) < 0 ? 1 : 0), 0) - 0.5;
  }
}

/** Numbers by size, texts by code point. */
function compareValues(one: ColumnValue, other: ColumnValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareCodePoints(String(one), String(other));
}

/** Answers a test for all values of a dictionary, each value asked once, however many segments hold it. */
export class TestedValues {
  private tested = new Uint8Array(0);
  private done = 0;
  readonly none: 0 | 1;

  constructor(
    private readonly dictionary: GlobalDictionary,
    private readonly accepts: (value: ColumnValue | null) => boolean,
  ) {
    this.none = accepts(null) ? 1 : 0;
  }

  /** By code, 1 where the value is accepted; `numbers` are the values behind the codes from 1 on. */
  ofCodes(numbers: Uint32Array): Uint8Array {
    this.testNew();
    const accepted = new Uint8Array(numbers.length + 1);
    accepted[0] = this.none;
    for (let index = 0; index < numbers.length; index += 1) {
      accepted[index + 1] = this.tested[numbers[index] ?? 0] ?? 0;
    }
    return accepted;
  }

  private testNew(): void {
    const { values } = this.dictionary;
    if (values.length > this.tested.length) {
      const wider = new Uint8Array(values.length);
      wider.set(this.tested);
      this.tested = wider;
    }
    for (; this.done < values.length; this.done += 1) {
      this.tested[this.done] = this.accepts(values[this.done] ?? null) ? 1 : 0;
    }
  }
}

/** What two columns have in common: numbers that only the same texts share, each value looked at once. */
export class SharedTexts {
  private readonly same: SameTexts;
  private readonly known = new Map<GlobalDictionary, Uint32Array>();

  constructor(cased: boolean) {
    this.same = new SameTexts(cased);
  }

  /** By code; 0 for none. `numbers` are the values behind the codes from 1 on. */
  ofCodes(dictionary: GlobalDictionary, numbers: Uint32Array): Uint32Array {
    const known = this.of(dictionary);
    const ofCodes = new Uint32Array(numbers.length + 1);
    for (let index = 0; index < numbers.length; index += 1) ofCodes[index + 1] = known[numbers[index] ?? 0] ?? 0;
    return ofCodes;
  }

  /** By the dictionary's own numbers. */
  private of(dictionary: GlobalDictionary): Uint32Array {
    const known = this.known.get(dictionary);
    if (known?.length === dictionary.size) return known;
    const made = Uint32Array.from(dictionary.values, (value, at) => known?.[at] ?? this.same.classOf(value));
    this.known.set(dictionary, made);
    return made;
  }
}
