import type { ColumnValue } from '@/lib/columns';
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
