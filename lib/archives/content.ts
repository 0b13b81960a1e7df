import { ArchiveError } from './archive';
import { ByteReader } from './byte-reader';

const CHUNK_BYTES = 256 * 1024;

/** Bytes of which the first were looked at already, to see what they are. */
export class Content {
  private constructor(
    private readonly reader: ByteReader,
    readonly head: Uint8Array,
    private readonly failure: ArchiveError | null,
  ) {}

  /** Reads the first `headBytes`; when they are damaged the head is shorter, and `bytes()` tells of the damage. */
  static async begin(source: AsyncIterable<Uint8Array>, headBytes: number): Promise<Content> {
    const reader = new ByteReader(source);
    let head: Uint8Array = new Uint8Array(0);
    try {
      while (head.length < headBytes) {
        const more = await reader.some(CHUNK_BYTES);
        if (more === null) break;
        head = head.length === 0 ? more : Buffer.concat([head, more]);
      }
      return new Content(reader, head, null);
    } catch (error) {
      if (error instanceof ArchiveError) return new Content(reader, head, error);
      await reader.close();
      throw error;
    }
  }

  /** All bytes, the head included; once. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    if (this.head.length > 0) yield this.head;
    if (this.failure !== null) throw this.failure;
    for (;;) {
      const bytes = await this.reader.some(CHUNK_BYTES);
      if (bytes === null) return;
      yield bytes;
    }
  }

  async close(): Promise<void> {
    await this.reader.close();
  }
}
