import { type Sql, sql } from '@/lib/query';

/** Which events of a segment hold a term: a bit each, in the order in which Postgres' `get_bit` counts them. */
export class SegmentHits {
  private readonly bits: Uint8Array;
  count = 0;

  constructor(
    readonly segment: number,
    /** Numbers of its events are below this. */
    readonly numbers: number,
  ) {
    this.bits = new Uint8Array(Math.ceil(numbers / 8));
  }

  add(n: number): void {
    const byte = this.bits[n >>> 3];
    if (byte === undefined || (byte & (1 << (n & 7))) !== 0) return;
    this.bits[n >>> 3] = byte | (1 << (n & 7));
    this.count += 1;
  }

  get weight(): number {
    return this.bits.length + 100;
  }

  /** The condition "the event is one of these"; never null. */
  toSql(): Sql {
    if (this.count * 64 > this.numbers) {
      return sql`(event.segment = ${this.segment} AND get_bit(${this.bits}::bytea, event.n) = 1)`;
    }
    // A short list can be looked up in the primary key.
    return sql`(event.segment = ${this.segment} AND event.n = ANY (${this.list()}::int[]))`;
  }

  private list(): number[] {
    const numbers: number[] = [];
    for (const [index, byte] of this.bits.entries()) {
      for (let bit = 0; byte >>> bit !== 0; bit += 1) if ((byte & (1 << bit)) !== 0) numbers.push(index * 8 + bit);
    }
    return numbers;
  }
}
