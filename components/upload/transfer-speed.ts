const WINDOW_MS = 5_000;

/** The speed of a transfer over the last seconds, from what was sent by when. */
export class TransferSpeed {
  private samples: { at: number; bytes: number }[] = [];

  /** Notes that `bytes` bytes in all were sent by `at` milliseconds. Going backwards (a piece sent again) starts afresh. */
  note(bytes: number, at: number): void {
    const last = this.samples.at(-1);
    if (last !== undefined && bytes < last.bytes) this.samples = [];
    this.samples.push({ at, bytes });
    while ((this.samples[1]?.at ?? at) < at - WINDOW_MS) this.samples.shift();
  }

  /** Bytes a second, or null while less than half a second was seen. */
  bytesPerSecond(): number | null {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < 500) return null;
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
  }

  /** After a pause, what was seen before says nothing. */
  restart(): void {
    this.samples = [];
  }
}
