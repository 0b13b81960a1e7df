import { type FileHandle, open } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';

const WINDOW_BYTES = 64 * 1024;

/** Opens a file for reading at any place. `end()` it when done. */
export async function openZipFile(path: string): Promise<ZipReader> {
  const handle = await open(path, 'r');
  return new ZipReader(handle, (await handle.stat()).size);
}

/** Gives yauzl the many small reads of a zip's directory out of one window instead of one system call each. */
export class ZipReader extends RandomAccessReader {
  private window: Uint8Array = new Uint8Array(0);
  private windowStart = 0;

  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {
    super();
  }

  /** Up to `length` bytes from `position`; fewer at the end of the file. */
  async bytesAt(position: number, length: number): Promise<Uint8Array> {
    // A damaged zip may point anywhere.
    if (!(position >= 0 && position < this.size)) return new Uint8Array(0);
    const from = position - this.windowStart;
    if (from < 0 || from + length > this.window.length) {
      const buffer = new Uint8Array(Math.max(length, WINDOW_BYTES));
      const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, position);
      this.window = buffer.subarray(0, bytesRead);
      this.windowStart = position;
      return this.window.subarray(0, length);
    }
    return this.window.subarray(from, from + length);
  }

  /** The bytes from `start` up to, without, `end`; fewer at the end of the file. */
  async *range(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < Math.min(end, this.size); ) {
      const buffer = new Uint8Array(Math.min(WINDOW_BYTES, end - at));
      const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const deliver = async () => {
      const bytes = await this.bytesAt(position, length);
      buffer.set(bytes, offset);
      return bytes.length;
    };
    // Not at once: a long directory would keep everything else waiting.
    deliver().then(
      (count) => setImmediate(callback, null, count),
      (error) => setImmediate(callback, error),
    );
  }

  async end(): Promise<void> {
    await this.handle.close();
  }
}
