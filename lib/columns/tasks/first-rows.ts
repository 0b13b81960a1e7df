import { type Bits, hasBit } from '../bits';
import { type TimeZones, ZONE_ROWS } from '../zones';
import type { ScanTask } from './task';

interface Input {
  readonly rows: number;
  readonly bits: Bits;
  readonly times: Float64Array;
  readonly zones: TimeZones;
  readonly limit: number;
  /** Newest first, or oldest first; rows of the same time in the same direction. */
  readonly descending: boolean;
  /** Only rows that come after this place: of another time, or of the same and a row beyond. Null: from the beginning. */
  readonly after: RowPlace | null;
}

/** A row and its time in microseconds. As a bound the row may be infinite: all rows of that time, or none. */
export interface RowPlace {
  readonly row: number;
  readonly time: number;
}

/** When so many candidates are waiting, they are sorted and cut to the limit. */
const SORT_AT = 8192;

/** Finds the newest or oldest of events, those with a time only, in order. */
export const firstRows: ScanTask<Input, readonly RowPlace[]> = {
  cost: ({ rows }) => rows / 8,
  run(input) {
    const best = new BestRows(input);
    for (const zone of zonesInOrder(input)) {
      if (best.isBeyond(nearest(input, zone))) break;
      best.lookAt(zone * ZONE_ROWS, Math.min((zone + 1) * ZONE_ROWS, input.rows));
    }
    return best.finish();
  },
};

function zonesInOrder(input: Input): number[] {
  const zones = Array.from(input.zones.first.keys()).filter((zone) => Number.isFinite(input.zones.first[zone]));
  return zones.sort((one, other) => nearest(input, one) - nearest(input, other));
}

/** How far from the beginning of the order a zone's best time is; smaller is better. */
function nearest({ zones, descending }: Input, zone: number): number {
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
    const { bits, times } = this.input;
    for (let row = from; row < to; row += 1) {
      if ((row & 31) === 0 && bits[row >>> 5] === 0) {
        row += 31;
        continue;
      }
      if (!hasBit(bits, row)) continue;
      const time = times[row] ?? Number.NaN;
      if (!(this.sign * time <= this.worst) || !this.isAfter(row, time)) continue;
      this.candidates.push(row);
      if (this.candidates.length >= SORT_AT) this.cut();
    }
    if (this.candidates.length >= this.input.limit) this.cut();
  }

  finish(): RowPlace[] {
    this.cut();
    return this.candidates.map((row) => ({ row, time: this.timeOf(row) }));
  }

  private isAfter(row: number, time: number): boolean {
    const { after } = this.input;
    if (after === null) return true;
    const beyond = this.sign * (time - after.time);
    return beyond > 0 || (beyond === 0 && this.sign * row > this.sign * after.row);
  }

  private cut(): void {
    this.candidates.sort((one, other) => this.sign * (this.timeOf(one) - this.timeOf(other) || one - other));
    this.candidates.length = Math.min(this.candidates.length, this.input.limit);
    const last = this.candidates.at(-1);
    if (last !== undefined && this.candidates.length === this.input.limit) this.worst = this.sign * this.timeOf(last);
  }

  private timeOf(row: number): number {
    return this.input.times[row] ?? Number.NaN;
  }
}
