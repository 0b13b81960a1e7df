/** The signature, flags and extension length that open a binary COPY (PostgreSQL manual, COPY, "Binary Format"). */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);
const CHUNK_BYTES = 256 * 1024;
const WORD = 4_294_967_296;
/** Microseconds from 1970-01-01 to 2000-01-01, where Postgres counts from. */
const EPOCH_2000 = 946_684_800_000_000;
const INT4_OID = 23;
/** Characters up to which copying by hand beats a call into the runtime. */
const SHORT_TEXT = 40;

/** Builds the bytes of a binary COPY, row by row, into chunks that are handed on whole. */
export class CopyBuffer {
  private buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  private position: number;
  private readonly full: Buffer[] = [];
  /** Bytes written so far and not yet taken. */
  waiting = 0;

  constructor() {
    HEADER.copy(this.buffer);
    this.position = HEADER.length;
  }

  /** The chunks filled so far; they belong to the caller from now on. */
  take(): Buffer[] {
    this.waiting = 0;
    return this.full.splice(0);
  }

  /** Everything left, with the trailer; nothing may be written afterwards. */
  end(): Buffer[] {
    this.reserve(TRAILER.length);
    this.position += TRAILER.copy(this.buffer, this.position);
    this.rotate(0);
    return this.take();
  }

  row(columns: number): void {
    this.reserve(2);
    this.position = this.buffer.writeInt16BE(columns, this.position);
  }

  null(): void {
    this.reserve(4);
    this.word(-1);
  }

  /** So many nulls, one after the other. */
  nulls(count: number): void {
    this.reserve(count * 4);
    const end = this.position + count * 4;
    for (let at = this.position; at < end; at += 1) this.buffer[at] = 0xff;
    this.position = end;
  }

  int2(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.reserve(6);
    this.word(2);
    this.position = this.buffer.writeInt16BE(value, this.position);
  }

  int4(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.reserve(8);
    this.word(4);
    this.word(value);
  }

  int8(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.reserve(12);
    this.word(8);
    const high = Math.floor(value / WORD);
    this.word(high);
    this.word(value - high * WORD);
  }

  float8(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.reserve(12);
    this.word(8);
    this.position = this.buffer.writeDoubleBE(value, this.position);
  }

  /** `micros` counts from 1970. */
  timestamp(micros: number | null): void {
    this.int8(micros === null ? null : micros - EPOCH_2000);
  }

  /** `value` must not hold U+0000, which Postgres has no place for. */
  text(value: string | null): void {
    if (value === null) {
      this.null();
      return;
    }
    // Three bytes a UTF-16 unit is the most that UTF-8 takes.
    this.reserve(4 + value.length * 3);
    const written = this.characters(value, this.position + 4);
    this.word(written);
    this.position += written;
  }

  /** `json` is JSON text that Postgres accepts: no U+0000, no lone surrogates. */
  jsonb(json: string | null): void {
    if (json === null) {
      this.null();
      return;
    }
    this.reserve(5 + json.length * 3);
    const written = this.characters(json, this.position + 5);
    this.word(written + 1);
    this.buffer[this.position] = 1;
    this.position += 1 + written;
  }

  bytes(value: Uint8Array): void {
    this.reserve(4 + value.length);
    this.position = this.buffer.writeInt32BE(value.length, this.position);
    this.buffer.set(value, this.position);
    this.position += value.length;
  }

  int4Array(values: readonly number[] | null): void {
    if (values === null) {
      this.null();
      return;
    }
    this.reserve(4 + 20 + values.length * 8);
    let at = this.buffer.writeInt32BE(20 + values.length * 8, this.position);
    for (const head of [1, 0, INT4_OID, values.length, 1]) at = this.buffer.writeInt32BE(head, at);
    for (const value of values) {
      at = this.buffer.writeInt32BE(4, at);
      at = this.buffer.writeInt32BE(value, at);
    }
    this.position = at;
  }

  /** Four bytes, the high one first; by hand, since the checks of `writeInt32BE` cost more than the writing. */
  private word(value: number): void {
    const { buffer, position } = this;
    buffer[position] = value >>> 24;
    buffer[position + 1] = value >>> 16;
    buffer[position + 2] = value >>> 8;
    buffer[position + 3] = value;
    this.position = position + 4;
  }

  /** Writes a text as UTF-8 at `at`, for which room was reserved; answers its bytes. Short ASCII is quicker without a call. */
  private characters(value: string, at: number): number {
    const { length } = value;
    if (length > SHORT_TEXT) return this.buffer.write(value, at, 'utf8');
    const { buffer } = this;
    for (let index = 0; index < length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return buffer.write(value, at, 'utf8');
      buffer[at + index] = code;
    }
    return length;
  }

  private reserve(bytes: number): void {
    if (this.position + bytes > this.buffer.length) this.rotate(Math.max(CHUNK_BYTES, bytes));
  }

  private rotate(nextBytes: number): void {
    if (this.position > 0) {
      this.full.push(this.buffer.subarray(0, this.position));
      this.waiting += this.position;
    }
    this.buffer = Buffer.allocUnsafe(nextBytes);
    this.position = 0;
  }
}
