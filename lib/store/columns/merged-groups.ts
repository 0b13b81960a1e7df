import { type GroupedRows, GroupIndex, type KeyTimes, keysFit } from '@/lib/columns';
import type { SegmentDictionary } from './column-cache';

/** Adds up what was measured of one column; grows with the groups. */
class MergedMeasures {
  counts = new Float64Array(0);
  sums = new Float64Array(0);
  minima = new Float64Array(0);
  maxima = new Float64Array(0);

  grow(size: number): void {
    this.counts = wider(this.counts, size, 0);
    this.sums = wider(this.sums, size, 0);
    this.minima = wider(this.minima, size, Number.POSITIVE_INFINITY);
    this.maxima = wider(this.maxima, size, Number.NEGATIVE_INFINITY);
  }

  add(groups: Uint32Array, { counts, sums, minima, maxima }: GroupedRows['measures'][number]): void {
    for (let index = 0; index < groups.length; index += 1) {
      const group = groups[index] ?? 0;
      this.counts[group] = (this.counts[group] ?? 0) + (counts[index] ?? 0);
      this.sums[group] = (this.sums[group] ?? 0) + (sums[index] ?? 0);
      this.minima[group] = Math.min(this.minima[group] ?? 0, minima[index] ?? 0);
      this.maxima[group] = Math.max(this.maxima[group] ?? 0, maxima[index] ?? 0);
    }
  }
}

/** The groups of all segments: those with the same values are one. Groups have numbers from 0 on. */
export class MergedGroups {
  counts = new Float64Array(0);
  readonly measures: readonly MergedMeasures[];
  private readonly index: GroupIndex;
  /** The stretch of each group, then for each key the number of its value plus one; 0 = none. */
  private stretches = new Uint32Array(0);
  private values: Uint32Array[];

  private constructor(
    private readonly sizes: readonly number[],
    measures: number,
    expected: number,
  ) {
    this.index = new GroupIndex(expected);
    this.values = sizes.map(() => new Uint32Array(0));
    this.measures = Array.from({ length: measures }, () => new MergedMeasures());
    // Room for all at once: growing would copy everything again and again.
    this.grow(expected);
  }

  /**
   * Null when there are too many combinations of values to tell them apart. `sizes`: how many values each key has;
   * `expected`: how many groups there can be at most.
   */
  static of(sizes: readonly number[], stretches: Pick<KeyTimes, 'buckets'> | null, measures: number, expected: number) {
    return keysFit([stretches?.buckets ?? 0, ...sizes]) ? new MergedGroups(sizes, measures, expected) : null;
  }

  get size(): number {
    return this.index.size;
  }

  /** Adds the groups of a segment, whose key columns have these dictionaries. */
  add(grouped: GroupedRows, dictionaries: readonly SegmentDictionary[]): void {
    const count = grouped.counts.length;
    const values = grouped.codes.map((codes, key) => valuesOf(codes, dictionaries[key]));
    const groups = new Uint32Array(count);
    for (let at = 0; at < count; at += 1) {
      let whole = grouped.stretches[at] ?? 0;
      for (let key = 0; key < values.length; key += 1) {
        whole = whole * ((this.sizes[key] ?? 0) + 1) + (values[key]?.[at] ?? 0);
      }
      groups[at] = this.index.numberOf(whole);
    }
    this.grow(this.size);
    for (let at = 0; at < count; at += 1) {
      const group = groups[at] ?? 0;
      this.counts[group] = (this.counts[group] ?? 0) + (grouped.counts[at] ?? 0);
      this.stretches[group] = grouped.stretches[at] ?? 0;
    }
    for (const [key, own] of values.entries()) {
      const all = this.values[key];
      if (all !== undefined) for (let at = 0; at < count; at += 1) all[groups[at] ?? 0] = own[at] ?? 0;
    }
    for (const [index, measure] of grouped.measures.entries()) this.measures[index]?.add(groups, measure);
  }

  /** The stretch of a group, from 1 on; 0 = no time. */
  stretchOf(group: number): number {
    return this.stretches[group] ?? 0;
  }

  /** The number of a group's value of a key in that column's dictionary; null = none. */
  valueOf(group: number, key: number): number | null {
    const value = this.values[key]?.[group] ?? 0;
    return value === 0 ? null : value - 1;
  }

  /** A number for the values of a group, whatever its stretch. */
  keyBesideStretch(group: number): number {
    return this.sizes.reduce((key, size, index) => key * (size + 1) + (this.values[index]?.[group] ?? 0), 0);
  }

  /** The group with the stretch and the first values of a group that has more keys. */
  groupLike(other: MergedGroups, group: number): number {
    let key = other.stretchOf(group);
    for (let index = 0; index < this.sizes.length; index += 1) {
      const value = other.valueOf(group, index);
      key = key * ((this.sizes[index] ?? 0) + 1) + (value === null ? 0 : value + 1);
    }
    return this.index.numberOf(key);
  }

  private grow(size: number): void {
    if (size <= this.counts.length) return;
    const room = Math.max(size, this.counts.length * 2, 1024);
    this.counts = wider(this.counts, room, 0);
    this.stretches = widerCodes(this.stretches, room);
    this.values = this.values.map((values) => widerCodes(values, room));
    for (const measure of this.measures) measure.grow(room);
  }
}

/** For codes of a segment the numbers of their values in all segments, plus one; 0 = none. */
function valuesOf(codes: Uint32Array, dictionary: SegmentDictionary | undefined): Uint32Array {
  const values = new Uint32Array(codes.length);
  if (dictionary === undefined) return values;
  const { numbers } = dictionary;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    values[at] = code === 0 ? 0 : (numbers[code - 1] ?? 0) + 1;
  }
  return values;
}

function wider(list: Float64Array, size: number, rest: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(size).fill(rest, list.length);
  made.set(list);
  return made;
}

function widerCodes(list: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(size);
  made.set(list);
  return made;
}
