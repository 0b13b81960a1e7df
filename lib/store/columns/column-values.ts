import { GlobalDictionary } from './global-dictionary';
import type { Droppable, MemoryBudget } from './memory-budget';

/** So few values are kept even when no segment has them any more. */
const GONE_MIN = 1000;

interface Held {
  readonly all: GlobalDictionary;
  item: Droppable;
  /** Values in the segments' dictionaries that were loaded, and in those that are gone since; a value counts in each. */
  loaded: number;
  gone: number;
}

/**
 * The values of each column over all segments, under the memory budget. They can only be numbered anew as a whole: that happens
 * when most of the dictionaries that they came from are gone, with their sources or because memory was short.
 */
export class ColumnValues {
  private readonly held = new Map<string, Held>();

  /** `forget` is called when the values of a column are no more: dictionaries of segments that point at them must go too. */
  constructor(
    private readonly budget: MemoryBudget,
    private readonly forget: (column: string) => void,
  ) {}

  of(column: string): GlobalDictionary {
    const known = this.held.get(column);
    if (known !== undefined) {
      this.budget.touch(known.item);
      return known.all;
    }
    const made: Held = { all: new GlobalDictionary(), item: this.itemOf(column, 0), loaded: 0, gone: 0 };
    this.held.set(column, made);
    this.budget.add(made.item);
    return made.all;
  }

  /** Notes that dictionaries with so many values were added to `all`, which may have grown. */
  loaded(column: string, all: GlobalDictionary, values: number): void {
    const held = this.held.get(column);
    if (held?.all !== all) return;
    held.loaded += values;
    this.budget.remove(held.item);
    held.item = this.itemOf(column, all.weight);
    this.budget.add(held.item);
  }

  /** Notes that a segment's dictionary with so many values is gone. */
  gone(column: string, all: GlobalDictionary, values: number): void {
    const held = this.held.get(column);
    if (held?.all !== all) return;
    held.gone += values;
    if (held.gone >= GONE_MIN && held.gone * 2 > held.loaded) this.drop(column);
  }

  private itemOf(column: string, weight: number): Droppable {
    return { weight, drop: () => this.drop(column) };
  }

  private drop(column: string): void {
    const held = this.held.get(column);
    if (held === undefined) return;
    this.held.delete(column);
    this.budget.remove(held.item);
    this.forget(column);
  }
}
