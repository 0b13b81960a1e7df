const NEWLINE = 0x0a;

/** About how many bytes a block holds; the measured optimum between compression and pruning (docs/decisions/0003). */
export const BLOCK_BYTES = 256 * 1024;
/** A line longer than this is cut: nothing that long is a log record, and memory is bounded. */
const LINE_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Cuts a stream of bytes into blocks of whole lines. Where it cuts depends on the bytes alone, never on how they arrive, so
 * that reading again from a block's start gives the same blocks.
 */
export class BlockCutter {
  private held: Buffer[] = [];
  private size = 0;
  /** How far the held bytes were searched for a newline beyond the target. */
  private searched = 0;
  /** The joined bytes from which the last block was cut, and where. */
  private taken: { bytes: Buffer; cut: number } = { bytes: Buffer.alloc(0), cut: 0 };

  constructor(private readonly target = BLOCK_BYTES) {}

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    this.size += chunk.length;
  }

  /** The next block, or null until more bytes have come. */
  next(): Buffer | null {
    if (this.size < this.target) return null;
    const bytes = this.joined();
    const cut = this.cutOf(bytes);
    return cut === null ? null : this.take(bytes, cut);
  }

  /** The last block, which may lack its final newline; null when nothing is left. Ask `next` first. */
  rest(): Buffer | null {
    return this.size === 0 ? null : this.take(this.joined(), this.size);
  }

  /** Puts the last `length` bytes of the block just taken back, to open the next one. */
  unread(length: number): void {
    const { bytes, cut } = this.taken;
    const rest = bytes.subarray(cut - length);
    this.held = [rest];
    this.size = rest.length;
    this.searched = 0;
  }

  private cutOf(bytes: Buffer): number | null {
    const before = bytes.lastIndexOf(NEWLINE, this.target - 1);
    if (before >= 0) return before + 1;
    const from = Math.max(this.target, this.searched);
    const after = bytes.indexOf(NEWLINE, from);
    if (after >= 0 && after < LINE_BYTES_MAX) return after + 1;
    if (bytes.length >= LINE_BYTES_MAX) return LINE_BYTES_MAX;
    this.searched = bytes.length;
    return null;
  }

  private take(bytes: Buffer, cut: number): Buffer {
    const rest = bytes.subarray(cut);
    this.held = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    this.searched = 0;
    this.taken = { bytes, cut };
    return bytes.subarray(0, cut);
  }

  private joined(): Buffer {
    if (this.held.length > 1) this.held = [Buffer.concat(this.held)];
    return this.held[0] ?? Buffer.alloc(0);
  }
}
