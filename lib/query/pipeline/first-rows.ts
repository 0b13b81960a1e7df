import type { Row } from './row-order';

/** Rows that are waiting to be sorted and cut, beside those that are wanted. */
const WAITING_MAX = 4096;

/** Keeps the first of rows in an order, however many are shown to it. */
export class FirstRows {
  private rows: Row[] = [];
  /** No row behind it is among the first; null while fewer are known. */
  private last: Row | null = null;

  constructor(
    private readonly limit: number,
    private readonly compare: (one: Row, other: Row) => number,
  ) {}

  add(row: Row): void {
    if (this.last !== null && this.compare(row, this.last) >= 0) return;
    this.rows.push(row);
    if (this.rows.length >= this.limit * 2 + WAITING_MAX) this.cut();
  }

  /** In order. */
  finish(): readonly Row[] {
    this.cut();
    return this.rows;
  }

  private cut(): void {
    this.rows.sort(this.compare);
    if (this.rows.length < this.limit) return;
    this.rows.length = this.limit;
    this.last = this.rows.at(-1) ?? null;
  }
}
