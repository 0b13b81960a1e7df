import { type Bits, hasBit } from './bits';
import type { Codes } from './codes';

/** For each code that is wanted, the first row among those of the bits that has it; a code that none has is left out. */
export function rowsWithCodes(codes: Codes, bits: Bits | null, wanted: ReadonlySet<number>): Map<number, number> {
  const rows = new Map<number, number>();
  const open = new Set(wanted);
  for (let row = 0; row < codes.length && open.size > 0; row += 1) {
    const code = codes[row] ?? 0;
    if (!open.has(code) || (bits !== null && !hasBit(bits, row))) continue;
    open.delete(code);
    rows.set(code, row);
  }
  return rows;
}
