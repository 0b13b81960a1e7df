/** The signature with which a binary COPY opens (PostgreSQL manual, COPY, "Binary Format"); flags and an extension follow. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

/** The fields of a row, as PostgreSQL sends them; null: no value. */
export type CopiedRow = readonly (Buffer | null)[];

/** The rows of a binary COPY. Their fields are parts of its memory. Throws `RangeError` for what is none. */
export function* copiedRows(bytes: Buffer): Generator<CopiedRow> {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new RangeError('this is no binary COPY');
  const extension = SIGNATURE.length + 4;
  let at = extension + 4 + bytes.readInt32BE(extension);
  for (;;) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    // The trailer.
    if (fields < 0) return;
    const row: (Buffer | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : bytes.subarray(at, at + length));
      if (length > 0) at += length;
    }
    yield row;
  }
}

/** A number of four bytes; 0 for none. */
export function int4(field: Buffer | null | undefined): number {
  return field?.readInt32BE() ?? 0;
}

/** A number of eight bytes, as exact as JavaScript's; null for none. */
export function int8(field: Buffer | null | undefined): number | null {
  return field == null ? null : Number(field.readBigInt64BE());
}

/** A number that may become a part of a statement for `Reader.copy`. Throws `RangeError` for any other. */
export function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no whole number`);
  return value;
}
