import type { ColumnValue } from '@/lib/columns';
import type { SegmentDictionary } from './column-cache';

/** How many events have each value of a column, over all segments. */
export class MergedCounts {
  /** By the number of a value in the column's dictionary. */
  private counts = new Float64Array(0);
  private values: readonly ColumnValue[] = [];
  /** Events without a value. */
  missing = 0;

  /** Adds what was counted in a segment, by code. */
  add({ all, numbers }: SegmentDictionary, counts: Uint32Array): void {
    this.values = all.values;
    if (this.counts.length < all.size) {
      const wider = new Float64Array(all.size);
      wider.set(this.counts);
      this.counts = wider;
    }
    this.missing += counts[0] ?? 0;
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      this.counts[number] = (this.counts[number] ?? 0) + (counts[index + 1] ?? 0);
    }
  }

  /** The values that occur, as text, with their counts. */
  *occurring(): Generator<{ readonly text: string; readonly count: number }> {
    for (let number = 0; number < this.counts.length; number += 1) {
      const count = this.counts[number] ?? 0;
      if (count > 0) yield { text: String(this.values[number]), count };
    }
  }
}
