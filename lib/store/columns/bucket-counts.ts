import type { Codes, MinuteCounts, ScanInput } from '@/lib/columns';
import type { Grid } from '@/lib/query';
import type { BucketCount } from '../matching';
import type { DictionaryAnswer } from './column-cache';
import { bitsOf } from './found-events';
import type { Groups } from './groups';
import type { SegmentRows } from './segment-rows';

const MINUTE_MILLIS = 60_000;
const MICROS = 1000;

/** The counts of a timeline while they are added up, for each bucket by group. */
export class BucketCounts {
  private readonly counts: Float64Array;
  private readonly groupCount: number;

  constructor(
    private readonly grid: Grid,
    readonly groups: Groups,
  ) {
    this.groupCount = groups.texts.length + 1;
    this.counts = new Float64Array(grid.count * this.groupCount);
  }

  /** Whether minutes can be added up: each of them is in one bucket, and they know what they are split by. */
  get takesMinutes(): boolean {
    const { interval, start } = this.grid;
    const { column } = this.groups;
    const whole = interval % MINUTE_MILLIS === 0 && start % MINUTE_MILLIS === 0;
    return whole && (column === null || column === 'type' || column === 'severity');
  }

  /** Adds a segment of which all events are meant; only where minutes are taken. */
  addMinutes({ minutes, types, severities, counts }: MinuteCounts): void {
    const { grid, groups } = this;
    const codes = groups.column === 'type' ? types : severities;
    // Codes are few; 0 is none.
    const groupOf = Array.from({ length: 16 }, (_, code) => (code === 0 ? 0 : groups.groupOf(code)));
    for (let index = 0; index < minutes.length; index += 1) {
      const bucket = Math.floor(((minutes[index] ?? 0) * MINUTE_MILLIS - grid.start) / grid.interval);
      if (bucket < 0 || bucket >= grid.count) continue;
      const place = bucket * this.groupCount + (groupOf[codes[index] ?? 0] ?? 0);
      this.counts[place] = (this.counts[place] ?? 0) + (counts[index] ?? 0);
    }
  }

  /** What counts the events of a segment one by one; its answer is to be added. */
  input(
    row: SegmentRows,
    times: Float64Array,
    { codes, dictionary }: { readonly codes: Codes | undefined; readonly dictionary: DictionaryAnswer | undefined },
  ): ScanInput<'countTimes'> {
    const { grid, groups } = this;
    const isSplit = codes !== undefined && dictionary !== undefined && dictionary !== 'too-many';
    const groupOf = (numbers: Uint32Array, values: readonly (string | number)[]) =>
      Uint8Array.from([0, ...Array.from(numbers, (number) => groups.groupOf(values[number] ?? ''))]);
    return {
      bits: bitsOf(row),
      count: row.count,
      times,
      start: grid.start * MICROS,
      width: grid.interval * MICROS,
      buckets: grid.count,
      groups: this.groupCount,
      split: isSplit ? { codes, groupOf: groupOf(dictionary.numbers, dictionary.all.values) } : null,
    };
  }

  add(counts: Uint32Array): void {
    for (let place = 0; place < counts.length; place += 1) {
      this.counts[place] = (this.counts[place] ?? 0) + (counts[place] ?? 0);
    }
  }

  list(): BucketCount[] {
    const list: BucketCount[] = [];
    for (let place = 0; place < this.counts.length; place += 1) {
      const count = this.counts[place] ?? 0;
      if (count === 0) continue;
      const group = place % this.groupCount;
      const value = group === 0 ? null : (this.groups.texts[group - 1] ?? null);
      list.push({ bucket: Math.floor(place / this.groupCount), value, count });
    }
    return list;
  }
}
