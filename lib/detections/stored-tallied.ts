import { z } from 'zod';
import type { Tallied, TallyRow } from './tally';

/** What comes before the numbers, as JSON; for each row, how many buckets it has. */
const headSchema = z.object({
  keys: z.array(z.array(z.string())),
  lengths: z.array(z.number()),
  leftOut: z.number(),
  hasSums: z.boolean(),
});
type Head = z.infer<typeof headSchema>;

const HEAD_BYTES = 8;
const TIME_BYTES = 8;
const CELL_BYTES = 8;
const SUM_BYTES = 8;

/**
 * What was counted as bytes, to be compressed: the length of the head and the head; then for all rows their first and last
 * times, for all cells the distance from the bucket before in its row, the counts, and the sums. Little-endian.
 */
export function encodeTallied(tallied: Tallied): Buffer {
  const { rows, leftOut } = tallied;
  const cells = rows.reduce((sum, row) => sum + row.buckets.length, 0);
  const hasSums = rows.some((row) => row.sums.length > 0);
  const head: Head = {
    keys: rows.map((row) => [...row.key]),
    lengths: rows.map((row) => row.buckets.length),
    leftOut,
    hasSums,
  };
  const text = Buffer.from(JSON.stringify(head));
  const numbers = Buffer.alloc(rows.length * 2 * TIME_BYTES + cells * (CELL_BYTES + (hasSums ? SUM_BYTES : 0)));
  let at = 0;
  for (const row of rows) {
    at = numbers.writeDoubleLE(row.first, at);
    at = numbers.writeDoubleLE(row.last, at);
  }
  for (const { buckets } of rows)
    for (let place = 0; place < buckets.length; place += 1)
      at = numbers.writeUInt32LE((buckets[place] ?? 0) - (place === 0 ? 0 : (buckets[place - 1] ?? 0)), at);
  for (const { counts } of rows) for (const count of counts) at = numbers.writeUInt32LE(count, at);
  for (const { sums } of rows) for (const sum of sums) at = numbers.writeDoubleLE(sum, at);
  const length = Buffer.alloc(HEAD_BYTES);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, numbers]);
}

/** The counterpart of `encodeTallied`. Throws where the bytes are none of its. */
export function decodeTallied(bytes: Buffer): Tallied {
  const behind = HEAD_BYTES + bytes.readUInt32LE(0);
  const head = headSchema.parse(JSON.parse(bytes.toString('utf8', HEAD_BYTES, behind)));
  const cells = head.lengths.reduce((sum, length) => sum + length, 0);
  const numbers = bytes.subarray(behind);
  const bucketsAt = head.keys.length * 2 * TIME_BYTES;
  const buckets = integersAt(numbers, bucketsAt, cells);
  const counts = integersAt(numbers, bucketsAt + cells * 4, cells);
  const sums = new Float64Array(head.hasSums ? cells : 0);
  for (let cell = 0; cell < sums.length; cell += 1)
    sums[cell] = numbers.readDoubleLE(bucketsAt + cells * CELL_BYTES + cell * SUM_BYTES);
  let end = 0;
  const rows = head.keys.map((key, row): TallyRow => {
    const from = end;
    end += head.lengths[row] ?? 0;
    for (let cell = from + 1; cell < end; cell += 1) buckets[cell] = (buckets[cell] ?? 0) + (buckets[cell - 1] ?? 0);
    return {
      key,
      buckets: buckets.subarray(from, end),
      counts: counts.subarray(from, end),
      sums: sums.subarray(from, end),
      first: numbers.readDoubleLE(row * 2 * TIME_BYTES),
      last: numbers.readDoubleLE(row * 2 * TIME_BYTES + TIME_BYTES),
    };
  });
  return { rows, leftOut: head.leftOut };
}

function integersAt(bytes: Buffer, from: number, length: number): Uint32Array {
  const integers = new Uint32Array(length);
  for (let place = 0; place < length; place += 1) integers[place] = bytes.readUInt32LE(from + place * 4);
  return integers;
}
