import { GroupIndex } from '@/lib/columns';

/** A value's number is below this: what `valueNumber` makes of 7 bits and 20. */
const VALUES = 2 ** 27;
const CODES = 2 ** 20;
/** Combinations, and beginnings of such, that one group of a segment keeps in mind. */
const NODES_MAX = 2 ** 18;
/** How many combinations in a row are looked at before it is judged whether they repeat … */
const PERIOD = 8192;
/** … and how many of them may be new. */
const NEW_MAX = PERIOD * 0.75;

/** One number of a place (a column, an attribute) below 128 and a value's code in it; null when they are too large for that. */
export function valueNumber(place: number, code: number): number | null {
  return code < CODES ? place * CODES + code : null;
}

/** Numbers combinations of values, value by value, and knows which were met before and under which part they are stored. */
export class PartIndex {
  private readonly nodes = new GroupIndex();
  /** The last way through the nodes, step by step: what comes first is mostly what it was before. */
  private readonly lastKeys: number[] = [];
  private readonly lastNodes: number[] = [];
  private step = 0;
  /** By node: 0 = no combination ended there yet, -1 = one did, otherwise the part. */
  private readonly parts: number[] = [];
  private looked = 0;
  private fresh = 0;

  /** Begins a combination. */
  begin(): void {
    this.step = 0;
  }

  /** The node behind another one (0 = none) by a value; null when no more nodes are kept. */
  behind(node: number, value: number): number | null {
    const { step } = this;
    const key = node * VALUES + value;
    this.step = step + 1;
    if (this.lastKeys[step] === key) return this.lastNodes[step] ?? null;
    if (this.nodes.size >= NODES_MAX) return null;
    const found = this.nodes.numberOf(key) + 1;
    this.lastKeys[step] = key;
    this.lastNodes[step] = found;
    return found;
  }

  /** The part of the combination that ends at a node; 0 when it is met for the first time, -1 when it is to get a part now. */
  partAt(node: number): number {
    const part = this.parts[node] ?? 0;
    this.looked += 1;
    if (part !== 0) return part;
    this.fresh += 1;
    while (this.parts.length <= node) this.parts.push(0);
    this.parts[node] = -1;
    return 0;
  }

  setPart(node: number, part: number): void {
    this.parts[node] = part;
  }

  /** Whether, of the last period, most combinations were new. Asked once for each period; else false. */
  get scattered(): boolean {
    if (this.looked < PERIOD) return false;
    const { fresh } = this;
    this.looked = 0;
    this.fresh = 0;
    return fresh > NEW_MAX;
  }
}
