import { type Bits, hasBit } from '../bits';
import type { Codes } from '../codes';
import { type TimeZones, ZONE_ROWS } from '../zones';
import type { ScanTask } from './task';

interface Input {
  readonly rows: number;
  readonly bits: Bits;
  /** What rows are sorted by: the value of each row or, with codes, of each code; NaN for none. */
  readonly values: Float64Array;
  readonly codes: Codes | null;
  /** What is known of the values of each zone; null = nothing. */
  readonly zones: TimeZones | null;
  readonly limit: number;
  /** The largest first, or the smallest; rows of the same value in the same direction. */
  readonly descending: boolean;
  /** Only rows that come after this place: of another value, or of the same and a row beyond. Null: from the beginning. */
  readonly after: RowPlace | null;
}

/** A row and its value. As a bound the row may be infinite: all rows of that value, or none. */
export interface RowPlace {
  readonly row: number;
  readonly value: number;
}

/** When so many candidates are waiting, they are sorted and cut to the limit. */
const SORT_AT = 8192;

/** Finds the first of events in the order of a value, such as the newest; those that have one only, in order. */
export const firstRows: ScanTask<Input, readonly RowPlace[]> = {
  cost: ({ rows, zones }) => (zones === null ? rows : rows / 8),
  run(input) {
    const best = new BestRows(input);
    for (const zone of zonesInOrder(input)) {
      if (input.zones !== null && best.isBeyond(nearest(input.zones, input.descending, zone))) break;
      best.lookAt(zone * ZONE_ROWS, Math.min((zone + 1) * ZONE_ROWS, input.rows));
    }
    return best.finish();
  },
};

function zonesInOrder({ rows, zones, descending }: Input): number[] {
  const all = Array.from({ length: Math.ceil(rows / ZONE_ROWS) }, (_, zone) => zone);
  if (zones === null) return all;
  return all
    .filter((zone) => Number.isFinite(zones.first[zone]))
    .sort((one, other) => nearest(zones, descending, one) - nearest(zones, descending, other));
}

/** How far from the beginning of the order a zone's best value is; smaller is better. */
function nearest(zones: TimeZones, descending: boolean, zone: number): number {
  return descending ? -(zones.last[zone] ?? 0) : (zones.first[zone] ?? 0);
}

class BestRows {
  private candidates: number[] = [];
  /** No row further from the beginning than this can still be among the first. */
  private worst = Number.POSITIVE_INFINITY;
  private readonly sign: 1 | -1;

  constructor(private readonly input: Input) {
    this.sign = input.descending ? -1 : 1;
  }

  isBeyond(distance: number): boolean {
    return distance > this.worst;
  }

  lookAt(from: number, to: number): void {
    const { bits } = this.input;
    for (let row = from; row < to; row += 1) {
      if ((row & 31) === 0 && bits[row >>> 5] === 0) {
        row += 31;
        continue;
      }
      if (!hasBit(bits, row)) continue;
      const value = this.valueOf(row);
      if (!(this.sign * value <= this.worst) || !this.isAfter(row, value)) continue;
      this.candidates.push(row);
      if (this.candidates.length >= SORT_AT) this.cut();
    }
    if (this.candidates.length >= this.input.limit) this.cut();
  }

  finish(): RowPlace[] {
    this.cut();
    return this.candidates.map((row) => ({ row, value: this.valueOf(row) }));
  }

  private isAfter(row: number, value: number): boolean {
    const { after } = this.input;
    if (after === null) return true;
    const beyond = this.sign * (value - after.value);
    return beyond > 0 || (beyond === 0 && this.sign * row > this.sign * after.row);
  }

  private cut(): void {
    this.candidates.sort((one, other) => this.sign * (this.valueOf(one) - this.valueOf(other) || one - other));
    this.candidates.length = Math.min(this.candidates.length, this.input.limit);
    const last = this.candidates.at(-1);
    if (last !== undefined && this.candidates.length === this.input.limit) this.worst = this.sign * this.valueOf(last);
  }

  private valueOf(row: number): number {
    const { values, codes } = this.input;
    return values[codes === null ? row : (codes[row] ?? 0)] ?? Number.NaN;
  }
}
