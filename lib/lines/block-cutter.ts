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
  /** Whether a newline is among the held bytes: without one there is nothing to cut, and no need to join them. */
  private newline = false;
  /** The joined bytes from which the last block was cut, and where. */
  private taken: { bytes: Buffer; cut: number } = { bytes: Buffer.alloc(0), cut: 0 };

  constructor(private readonly target = BLOCK_BYTES) {}

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.held.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    this.size += chunk.length;
    this.newline ||= chunk.includes(NEWLINE);
  }

  /** The next block, or null until more bytes have come. */
  next(): Buffer | null {
    if (this.size < this.target || !(this.newline || this.size >= LINE_BYTES_MAX)) return null;
    const bytes = this.joined();
    return this.take(bytes, this.cutOf(bytes));
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
    this.newline = rest.includes(NEWLINE);
  }

  private cutOf(bytes: Buffer): number {
    const before = bytes.lastIndexOf(NEWLINE, this.target - 1);
    if (before >= 0) return before + 1;
    const after = bytes.indexOf(NEWLINE, this.target);
    return after >= 0 && after < LINE_BYTES_MAX ? after + 1 : LINE_BYTES_MAX;
  }

  private take(bytes: Buffer, cut: number): Buffer {
    const rest = bytes.subarray(cut);
    this.held = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
    this.newline = rest.includes(NEWLINE);
    this.taken = { bytes, cut };
    return bytes.subarray(0, cut);
  }

  private joined(): Buffer {
    if (this.held.length > 1) this.held = [Buffer.concat(this.held)];
    return this.held[0] ?? Buffer.alloc(0);
  }
}
