/** Keeps values up to a total weight; what was not asked for the longest goes first. */
export class LeastRecentlyUsed<Key, Value> {
  private readonly entries = new Map<Key, { value: Value; weight: number }>();
  private weight = 0;

  constructor(private readonly weightMax: number) {}

  get(key: Key): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: Key, value: Value, weight: number): void {
    this.weight += weight - (this.entries.get(key)?.weight ?? 0);
    this.entries.delete(key);
    this.entries.set(key, { value, weight });
    for (const [oldest, entry] of this.entries) {
      if (this.weight <= this.weightMax) return;
      this.entries.delete(oldest);
      this.weight -= entry.weight;
    }
  }
}
