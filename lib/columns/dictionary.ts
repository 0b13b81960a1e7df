/** A value of a column. */
export type ColumnValue = string | number;

/** The values of a column in a segment, in the order of their codes, with how many events have each. */
export interface Dictionary {
  readonly values: readonly ColumnValue[];
  /** By code: `counts[0]` events have none. */
  readonly counts: Uint32Array;
}

/**
 * The stored form: the length of a JSON list of the values in four bytes, the list, and the counts, four bytes each, all
 * little-endian. JSON, because a text may hold lone surrogates, which UTF-8 cannot.
 */
export function encodeDictionary({ values, counts }: Dictionary): Buffer {
  const json = Buffer.from(JSON.stringify(values));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(json.length);
  return Buffer.concat([head, json, Buffer.from(counts.buffer, counts.byteOffset, counts.byteLength)]);
}

/** Throws RangeError for bytes that `encodeDictionary` did not write. */
export function decodeDictionary(bytes: Buffer): Dictionary {
  const length = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
  const behind = 4 + length;
  if (behind > bytes.length || (bytes.length - behind) % 4 !== 0) throw damaged();
  const values: unknown = JSON.parse(bytes.toString('utf8', 4, behind));
  const counts = new Uint32Array((bytes.length - behind) / 4);
  Buffer.from(counts.buffer).set(bytes.subarray(behind));
  if (!isValues(values) || counts.length !== values.length + 1) throw damaged();
  return { values, counts };
}

function isValues(value: unknown): value is ColumnValue[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');
}

function damaged(): RangeError {
  return new RangeError('the dictionary of a column is damaged');
}
