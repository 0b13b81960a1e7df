import type { Droppable, MemoryBudget } from './memory-budget';

/** Values that can be found anew, by key, kept as long as the memory that all of them share allows. */
export class KeptValues<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly item: Droppable }>();

  /** `budget` is asked for when something is kept. */
  constructor(private readonly budget: () => MemoryBudget) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.budget().touch(entry.item);
    return entry.value;
  }

  /** Keeps a value in place of any that was there; `weight` is the bytes that it takes. */
  set(key: string, value: Value, weight: number): void {
    const before = this.entries.get(key);
    if (before !== undefined) this.budget().remove(before.item);
    const item = { weight: weight + key.length * 2 + ENTRY_BYTES, drop: () => void this.entries.delete(key) };
    this.entries.set(key, { value, item });
    this.budget().add(item);
  }
}

/** What an entry costs beside its value and its key. */
const ENTRY_BYTES = 200;
