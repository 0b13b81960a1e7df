const NOTHING = new Uint8Array(0);

/** Pulls bytes out of chunks in the amounts a decoder asks for; holds one chunk at a time. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private chunk: Uint8Array = NOTHING;
  private given = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** How many bytes were given out or skipped so far. */
  get position(): number {
    return this.given;
  }

  /** The next 1 to `most` bytes, whatever is at hand; null at the end. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.chunk.length === 0) {
      const { done, value } = await this.source.next();
      if (done) return null;
      this.chunk = value;
    }
    const bytes = this.chunk.subarray(0, most);
    this.chunk = this.chunk.subarray(bytes.length);
    this.given += bytes.length;
    return bytes;
  }

  /** The next `count` bytes in a buffer of their own; fewer only at the end. */
  async take(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count);
    let length = 0;
    while (length < count) {
      const bytes = await this.some(count - length);
      if (bytes === null) return taken.subarray(0, length);
      taken.set(bytes, length);
      length += bytes.length;
    }
    return taken;
  }

  /** Passes over `count` bytes; false when there were fewer. */
  async skip(count: number): Promise<boolean> {
    let left = count;
    while (left > 0) {
      const bytes = await this.some(left);
      if (bytes === null) return false;
      left -= bytes.length;
    }
    return true;
  }

  /** Puts back bytes that came last from `some` or `take`. */
  putBack(bytes: Uint8Array): void {
    this.given -= bytes.length;
    this.chunk = this.chunk.length === 0 ? bytes : Buffer.concat([bytes, this.chunk]);
  }

  async close(): Promise<void> {
    this.chunk = NOTHING;
    await this.source.return?.();
  }
}
