import { GroupIndex, type GroupsOfShares, type MergedMeasures } from '@/lib/columns';

/** The groups of all segments, with numbers from 0 on: all of them, or those that are wanted. */
export class MergedGroups {
  readonly counts: Float64Array;
  readonly measures: readonly MergedMeasures[];
  /** How many groups there are, also those that are not wanted. */
  readonly total: number;
  /** Whether no sum is so large that doubles leave out numbers. */
  readonly exact: boolean;
  private readonly keys: Float64Array;
  private index: GroupIndex | null = null;

  /** `sizes`: how many values each key has; `shares` have no key in common. */
  constructor(
    private readonly sizes: readonly number[],
    shares: readonly GroupsOfShares[],
  ) {
    this.keys = joined(shares.map(({ keys }) => keys));
    this.counts = joined(shares.map(({ counts }) => counts));
    this.total = shares.reduce((sum, { total }) => sum + total, 0);
    this.exact = shares.every(({ exact }) => exact);
    this.measures = (shares[0]?.measures ?? []).map((_, index) => {
      const all = shares.flatMap(({ measures }) => measures[index] ?? []);
      return {
        counts: joined(all.map(({ counts }) => counts)),
        sums: joined(all.map(({ sums }) => sums)),
        minima: joined(all.map(({ minima }) => minima)),
        maxima: joined(all.map(({ maxima }) => maxima)),
      };
    });
  }

  get size(): number {
    return this.keys.length;
  }

  /** The stretch of a group, from 1 on; 0 = no time. */
  stretchOf(group: number): number {
    const key = this.keyOf(group);
    return (key - this.keyBesideStretch(group)) / this.valueCombinations();
  }

  /** The numbers of a group's values in the dictionaries of its keys; null = none. */
  valuesOf(group: number): (number | null)[] {
    const values: (number | null)[] = [];
    let rest = this.keyBesideStretch(group);
    for (const size of this.sizes.toReversed()) {
      const value = rest % (size + 1);
      values.push(value === 0 ? null : value - 1);
      rest = (rest - value) / (size + 1);
    }
    return values.reverse();
  }

  /** A number for the values of a group, whatever its stretch. */
  keyBesideStretch(group: number): number {
    return this.keyOf(group) % this.valueCombinations();
  }

  /** The group with the stretch and the first values of a group that has more keys; all groups must be here. */
  groupLike(stretch: number, values: readonly (number | null)[]): number {
    const key = this.sizes.reduce((all, size, index) => {
      const value = values[index] ?? null;
      return all * (size + 1) + (value === null ? 0 : value + 1);
    }, stretch);
    this.index ??= this.indexed();
    return this.index.numberOf(key);
  }

  private keyOf(group: number): number {
    return this.keys[group] ?? 0;
  }

  private valueCombinations(): number {
    return this.sizes.reduce((product, size) => product * (size + 1), 1);
  }

  private indexed(): GroupIndex {
    const index = new GroupIndex(this.size);
    for (const key of this.keys) index.numberOf(key);
    return index;
  }
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const list of lists) {
    all.set(list, from);
    from += list.length;
  }
  return all;
}
