/** Something that takes memory and can be dropped, as it can be loaded again. */
export interface Droppable {
  /** Bytes. */
  readonly weight: number;
  drop(): void;
}

/** Keeps what is loaded under a number of bytes; what was not used for the longest is dropped first. */
export class MemoryBudget {
  // A Set remembers the order of adding: the first is the one that was not used for the longest.
  private readonly held = new Set<Droppable>();
  private bytes = 0;

  constructor(readonly bytesMax: number) {}

  /** Bytes held now. */
  get used(): number {
    return this.bytes;
  }

  /** Takes an item in; others leave until there is room. The item itself stays, however large it is. */
  add(item: Droppable): void {
    this.held.add(item);
    this.bytes += item.weight;
    this.makeRoom(item);
  }

  /** Notes that an item is no longer held, without dropping it. */
  remove(item: Droppable): void {
    if (this.held.delete(item)) this.bytes -= item.weight;
  }

  /** Notes bytes that are held and cannot be dropped; less than nothing when they are free again. */
  reserve(bytes: number): void {
    this.bytes += bytes;
    this.makeRoom(null);
  }

  /** Notes that an item was used just now. */
  touch(item: Droppable): void {
    if (!this.held.delete(item)) return;
    this.held.add(item);
  }

  private makeRoom(kept: Droppable | null): void {
    for (const oldest of this.held) {
      if (this.bytes <= this.bytesMax) return;
      if (oldest === kept) continue;
      this.held.delete(oldest);
      this.bytes -= oldest.weight;
      oldest.drop();
    }
  }
}
