import type { PlannedUpload } from './plan-uploads';
import { TransferSpeed } from './transfer-speed';

/**
 * - `waiting`: for a place in the queue; `sending`; `paused` by the person.
 * - `lost`: the connection is gone and another try is due at `retryAt`.
 * - `failed`: cannot go on by itself; `message` says why.
 * - `sent`: the server has it all and reports from here on, under `sourceId`.
 */
export type UploadState = 'waiting' | 'sending' | 'paused' | 'lost' | 'failed' | 'sent';

/** An upload as it is shown. Never changed in place. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly fileCount: number;
  readonly bytes: number;
  readonly state: UploadState;
  readonly bytesSent: number;
  readonly bytesPerSecond: number | null;
  readonly sourceId: string | null;
  readonly message: string | null;
  readonly retryAt: number | null;
}

export interface TransferEvents {
  /** `bytes` in all have left. */
  onProgress(bytes: number): void;
  /** The server knows it under this id. */
  onCreated(sourceId: string): void;
  onDone(): void;
  /** `lasting` when trying again cannot help. */
  onError(message: string, lasting: boolean): void;
}

/** A way to send one upload. `start` goes on where it stopped; `stop` keeps what the server has, `discard` does not. */
export interface Transfer {
  start(): void;
  stop(): void;
  discard(): Promise<void>;
}

const AT_ONCE = 2;
const RETRY_SECONDS = [1, 2, 5, 10, 20, 30] as const;

interface Entry {
  upload: Upload;
  readonly transfer: Transfer;
  readonly speed: TransferSpeed;
  tries: number;
  timer: ReturnType<typeof setTimeout> | null;
}

/** Sends uploads, two at a time, tries again for as long as it takes, and tells subscribers of every change. */
export class UploadQueue {
  private entries: Entry[] = [];
  private snapshot: readonly Upload[] = [];
  private readonly listeners = new Set<() => void>();
  private count = 0;

  constructor(
    private readonly open: (plan: PlannedUpload, events: TransferEvents) => Transfer,
    private readonly now: () => number = () => Date.now(),
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly uploads = (): readonly Upload[] => this.snapshot;

  add(plan: PlannedUpload): void {
    this.count += 1;
    const key = `upload-${this.count}`;
    const upload: Upload = {
      key,
      name: plan.name,
      fileCount: plan.fileCount,
      bytes: plan.blob.size,
      state: 'waiting',
      bytesSent: 0,
      bytesPerSecond: null,
      sourceId: null,
      message: null,
      retryAt: null,
    };
    const transfer = this.open(plan, this.eventsOf(key));
    this.entries.push({ upload, transfer, speed: new TransferSpeed(), tries: 0, timer: null });
    this.advance();
  }

  pause(key: string): void {
    const entry = this.find(key);
    if (entry === undefined || !['waiting', 'sending', 'lost'].includes(entry.upload.state)) return;
    entry.transfer.stop();
    this.settle(entry, { state: 'paused' });
  }

  resume(key: string): void {
    const entry = this.find(key);
    if (entry === undefined || !['paused', 'lost', 'failed'].includes(entry.upload.state)) return;
    entry.tries = 0;
    this.settle(entry, { state: 'waiting' });
  }

  /** Stops and has the server forget what it got. The upload leaves the list at once. */
  async cancel(key: string): Promise<void> {
    const entry = this.find(key);
    if (entry === undefined) return;
    const unfinished = entry.upload.state !== 'sent';
    this.dismiss(key);
    if (unfinished) await entry.transfer.discard();
  }

  /** Takes it off the list; what the server has stays. */
  dismiss(key: string): void {
    const entry = this.find(key);
    if (entry === undefined) return;
    this.clearTimer(entry);
    this.entries = this.entries.filter((other) => other !== entry);
    this.advance();
  }

  /** The network is back: lost uploads need not wait for their next try. */
  reconnect(): void {
    for (const entry of this.entries) if (entry.upload.state === 'lost') this.resume(entry.upload.key);
  }

  /** True while leaving the page would interrupt something. */
  busy(): boolean {
    return this.entries.some((entry) => ['waiting', 'sending', 'lost'].includes(entry.upload.state));
  }

  private eventsOf(key: string): TransferEvents {
    const during = (act: (entry: Entry) => void) => {
      const entry = this.find(key);
      if (entry?.upload.state === 'sending') act(entry);
    };
    return {
      onProgress: (bytes) => during((entry) => this.progress(entry, bytes)),
      onCreated: (sourceId) => during((entry) => this.change(entry, { sourceId })),
      onDone: () =>
        during((entry) => this.settle(entry, { state: 'sent', bytesSent: entry.upload.bytes, bytesPerSecond: null })),
      onError: (message, lasting) => during((entry) => this.failed(entry, message, lasting)),
    };
  }

  private progress(entry: Entry, bytes: number): void {
    if (bytes > entry.upload.bytesSent) entry.tries = 0;
    entry.speed.note(bytes, this.now());
    this.change(entry, { bytesSent: bytes, bytesPerSecond: entry.speed.bytesPerSecond() });
  }

  private failed(entry: Entry, message: string, lasting: boolean): void {
    if (lasting) {
      this.settle(entry, { state: 'failed', message, bytesPerSecond: null });
      return;
    }
    const seconds = RETRY_SECONDS[Math.min(entry.tries, RETRY_SECONDS.length - 1)] ?? 30;
    entry.tries += 1;
    this.settle(entry, { state: 'lost', message, bytesPerSecond: null, retryAt: this.now() + seconds * 1000 });
    entry.timer = setTimeout(() => this.settle(entry, { state: 'waiting' }), seconds * 1000);
  }

  /** Leaves the present state for another and lets the queue move on. */
  private settle(entry: Entry, change: Partial<Upload> & { state: UploadState }): void {
    this.clearTimer(entry);
    entry.speed.restart();
    entry.upload = { ...entry.upload, message: null, retryAt: null, bytesPerSecond: null, ...change };
    this.advance();
  }

  private change(entry: Entry, change: Partial<Upload>): void {
    entry.upload = { ...entry.upload, ...change };
    this.publish();
  }

  private advance(): void {
    let sending = this.entries.filter((entry) => entry.upload.state === 'sending').length;
    for (const entry of this.entries) {
      if (sending >= AT_ONCE) break;
      if (entry.upload.state !== 'waiting') continue;
      sending += 1;
      entry.upload = { ...entry.upload, state: 'sending' };
      entry.transfer.start();
    }
    this.publish();
  }

  private publish(): void {
    this.snapshot = this.entries.map((entry) => entry.upload);
    for (const listener of this.listeners) listener();
  }

  private clearTimer(entry: Entry): void {
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
  }

  private find(key: string): Entry | undefined {
    return this.entries.find((entry) => entry.upload.key === key);
  }
}
