import { type FileHandle, open } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';

const WINDOW_BYTES = 64 * 1024;

/** Opens a file for reading at any place. `end()` it when done. */
export async function openZipFile(path: string): Promise<ZipReader> {
  const handle = await open(path, 'r');
  return new ZipReader(handle, (await handle.stat()).size);
}

/** Gives the many small reads of a zip out of two windows instead of one system call each. */
export class ZipReader extends RandomAccessReader {
  private readonly directory: Window;
  private readonly members: Window;

  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {
    super();
    this.directory = new Window(handle, size);
    this.members = new Window(handle, size);
  }

  /** The bytes from `start` up to, without, `end`; fewer at the end of the file. */
  async *range(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; ) {
      const bytes = await this.members.bytesAt(at, Math.min(WINDOW_BYTES, end - at));
      if (bytes.length === 0) return;
      yield bytes;
      at += bytes.length;
    }
  }

  /** What yauzl reads the directory with. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const deliver = async () => {
      const bytes = await this.directory.bytesAt(position, length);
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

/** The part of a file that was read last. */
class Window {
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;

  constructor(
    private readonly handle: FileHandle,
    private readonly size: number,
  ) {}

  /** Up to `length` bytes from `position`; fewer at the end of the file, none outside (a damaged zip points anywhere). */
  async bytesAt(position: number, length: number): Promise<Uint8Array> {
    if (!(position >= 0 && position < this.size)) return new Uint8Array(0);
    const from = position - this.start;
    if (from >= 0 && from + length <= this.bytes.length) return this.bytes.subarray(from, from + length);
    const buffer = new Uint8Array(Math.max(length, WINDOW_BYTES));
    const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, position);
    this.bytes = buffer.subarray(0, bytesRead);
    this.start = position;
    return this.bytes.subarray(0, length);
  }
}
