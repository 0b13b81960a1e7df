/** Things by their places in a list, which of them are one group. Near-linear: union by size, paths halved. */
export class Groups {
  private readonly parents: number[];
  private readonly sizes: number[];

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, place) => place);
    this.sizes = new Array(count).fill(1);
  }

  /** The place that stands for the group. */
  of(place: number): number {
    let at = place;
    for (let parent = this.parents[at] ?? at; parent !== at; parent = this.parents[at] ?? at) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a === b) return;
    const [small, large] = this.size(a) < this.size(b) ? [a, b] : [b, a];
    this.parents[small] = large;
    this.sizes[large] = this.size(a) + this.size(b);
  }

  private size(place: number): number {
    return this.sizes[place] ?? 1;
  }
}
