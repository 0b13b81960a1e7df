import { type Bits, eachBit, hasBit, makeBits, setBit } from '@/lib/columns';
import { type Sql, sql } from '@/lib/query';

/** Which events of a segment hold a term: a bit each, which as bytes is the order in which Postgres' `get_bit` counts. */
export class SegmentHits {
  readonly bits: Bits;
  count = 0;

  constructor(
    readonly segment: number,
    /** Numbers of its events are below this. */
    readonly numbers: number,
  ) {
    this.bits = makeBits(numbers);
  }

  add(n: number): void {
    if (n >= this.numbers || hasBit(this.bits, n)) return;
    setBit(this.bits, n);
    this.count += 1;
  }

  has(n: number): boolean {
    return hasBit(this.bits, n);
  }

  get weight(): number {
    return this.bits.byteLength + 100;
  }

  /** The condition "the event is one of these"; never null. */
  toSql(): Sql {
    if (this.count * 64 > this.numbers) {
      return sql`(event.segment = ${this.segment} AND get_bit(${new Uint8Array(this.bits.buffer)}::bytea, event.n) = 1)`;
    }
    // A short list can be looked up in the primary key.
    return sql`(event.segment = ${this.segment} AND event.n = ANY (${this.list()}::int[]))`;
  }

  private list(): number[] {
    const numbers: number[] = [];
    eachBit(this.bits, (n) => numbers.push(n));
    return numbers;
  }
}
