/**
 * A value's code in each event of a segment: 0 is "none", n is the dictionary's value n - 1. As narrow as the dictionary
 * allows, little-endian when stored.
 */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** How many bytes a code takes with so many values. */
export function codeWidth(values: number): 1 | 2 | 4 {
  if (values <= 0xff) return 1;
  return values <= 0xffff ? 2 : 4;
}

/** Codes for so many events, all "none"; in memory that worker threads can share. */
export function makeCodes(rows: number, values: number): Codes {
  const width = codeWidth(values);
  const memory = new SharedArrayBuffer(rows * width);
  if (width === 1) return new Uint8Array(memory);
  return width === 2 ? new Uint16Array(memory) : new Uint32Array(memory);
}

/** The stored form of codes, in chunks of so many events. The machines that Node runs on are little-endian. */
export function chunksOfCodes(codes: Uint32Array, values: number, rowsPerChunk: number): Buffer[] {
  const width = codeWidth(values);
  const chunks: Buffer[] = [];
  for (let from = 0; from < codes.length; from += rowsPerChunk) {
    const part = codes.subarray(from, from + rowsPerChunk);
    const narrow = width === 1 ? Uint8Array.from(part) : width === 2 ? Uint16Array.from(part) : part;
    chunks.push(Buffer.from(narrow.buffer, narrow.byteOffset, narrow.byteLength));
  }
  return chunks;
}

/** Writes a stored chunk into the codes of its segment, from event `from` on; throws RangeError for damaged bytes. */
export function readCodesChunk(chunk: Uint8Array, into: Codes, from: number): void {
  const offset = from * into.BYTES_PER_ELEMENT;
  if (offset + chunk.length > into.byteLength) throw new RangeError('a column holds more events than its segment');
  new Uint8Array(into.buffer, into.byteOffset).set(chunk, offset);
}
