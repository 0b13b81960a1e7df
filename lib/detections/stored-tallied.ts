import { z } from 'zod';
import { type KeyTexts, type TalliedColumns, talliedRows } from './tallied-columns';
import type { Tallied } from './tally';

/** What comes before the numbers, as JSON: of each part of the keys its texts, and how many numbers there are. */
const headSchema = z.object({
  texts: z.array(z.array(z.string())),
  rows: z.number().int().min(0),
  cells: z.number().int().min(0),
  sums: z.number().int().min(0),
  leftOut: z.number(),
});
type Head = z.infer<typeof headSchema>;

/** One more whenever the bytes are others for the same counts. */
export const STORED_FORM = 2;

/** Where the head begins, behind its length. */
const HEAD_AT = 8;
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

/**
 * What was counted as bytes, to be compressed: the length of the head and the head, up to a multiple of eight; the first times,
 * the last times and the sums as 64-bit numbers; then as 32-bit ones for each part of the keys its places, the lengths, of each
 * cell the distance from the bucket before in its row, and the counts. Little-endian, as the machines that we run on.
 */
export function encodeTallied(tallied: TalliedColumns): Buffer {
  const { keys, first, last, lengths, buckets, counts, sums, leftOut } = tallied;
  const head: Head = {
    texts: keys.map(({ texts }) => [...texts]),
    rows: lengths.length,
    cells: buckets.length,
    sums: sums.length,
    leftOut,
  };
  const text = Buffer.from(JSON.stringify(head));
  const beginning = Buffer.alloc(Math.ceil((HEAD_AT + text.length) / DOUBLE) * DOUBLE);
  beginning.writeUInt32LE(text.length);
  text.copy(beginning, HEAD_AT);
  const distances = distancesIn(buckets, lengths);
  const numbers = [first, last, sums, ...keys.map(({ places }) => places), lengths, distances, counts];
  return Buffer.concat([
    beginning,
    ...numbers.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)),
  ]);
}

/** The counterpart of `encodeTallied`. Throws where the bytes are none of its. */
export function decodeTallied(bytes: Buffer): Tallied {
  const headEnd = HEAD_AT + bytes.readUInt32LE(0);
  const head = headSchema.parse(JSON.parse(bytes.toString('utf8', HEAD_AT, headEnd)));
  // Copied, since the numbers of a typed array must be aligned.
  const { buffer } = Uint8Array.from(bytes.subarray(Math.ceil(headEnd / DOUBLE) * DOUBLE));
  let at = 0;
  const doubles = (length: number) => {
    at += length * Float64Array.BYTES_PER_ELEMENT;
    return new Float64Array(buffer, at - length * Float64Array.BYTES_PER_ELEMENT, length);
  };
  const integers = (length: number) => {
    at += length * Uint32Array.BYTES_PER_ELEMENT;
    return new Uint32Array(buffer, at - length * Uint32Array.BYTES_PER_ELEMENT, length);
  };
  const [first, last, sums] = [doubles(head.rows), doubles(head.rows), doubles(head.sums)];
  const keys = head.texts.map((texts): KeyTexts => ({ texts, places: integers(head.rows) }));
  const lengths = integers(head.rows);
  const buckets = summedUp(integers(head.cells), lengths);
  return talliedRows({
    keys,
    first,
    last,
    lengths,
    buckets,
    counts: integers(head.cells),
    sums,
    leftOut: head.leftOut,
  });
}

function distancesIn(buckets: Uint32Array, lengths: Uint32Array): Uint32Array {
  const distances = Uint32Array.from(buckets);
  let from = 0;
  for (const length of lengths) {
    for (let at = from + length - 1; at > from; at -= 1) distances[at] = (buckets[at] ?? 0) - (buckets[at - 1] ?? 0);
    from += length;
  }
  return distances;
}

/** In place. */
function summedUp(distances: Uint32Array, lengths: Uint32Array): Uint32Array {
  let from = 0;
  for (const length of lengths) {
    for (let at = from + 1; at < from + length; at += 1)
      distances[at] = (distances[at] ?? 0) + (distances[at - 1] ?? 0);
    from += length;
  }
  return distances;
}
