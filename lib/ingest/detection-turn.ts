import { detectionState } from '@/lib/store';
import { DetectionWorker } from './detection-worker';

/** Findings follow the data by so long, at least. */
const PAUSE_MS = 3000;
/** Of the time, detectors take no more than one part in so many while data keeps coming. */
const SHARE = 10;
/** While uploads wait for each other, findings wait no longer than this. */
const OVERDUE_MS = 60_000;
/** After detectors failed. */
const FAILED_PAUSE_MS = 10 * 60_000;

/** Decides when the detectors run: soon after the store changed, and seldom enough not to hold up what the reader is for. */
export class DetectionTurn {
  private readonly worker = new DetectionWorker();
  private state: string | null = null;
  private endedAt = 0;
  private readyAt = 0;
  private failedUntil = 0;
  /** The state that the store had last, and since when. */
  private seen = { state: '', at: 0 };

  /** Whether findings have waited for so long that the next upload should. */
  get isOverdue(): boolean {
    return Date.now() - this.endedAt > OVERDUE_MS;
  }

  /** Runs the detectors if there may be something new to find. Answers whether they ran; throws when they failed. */
  async take(): Promise<boolean> {
    const began = Date.now();
    if (began < this.failedUntil) return false;
    const state = await detectionState();
    if (state === this.state || (began < this.readyAt && !this.isQuiet(state, began))) return false;
    this.failedUntil = began + FAILED_PAUSE_MS;
    this.endedAt = began;
    this.state = await this.worker.run();
    this.failedUntil = 0;
    this.endedAt = Date.now();
    this.readyAt = this.endedAt + Math.max(PAUSE_MS, (this.endedAt - began) * SHARE);
    return true;
  }

  /** Whether nothing has come for a while: then there is nothing to be held up. */
  private isQuiet(state: string, now: number): boolean {
    if (state !== this.seen.state) this.seen = { state, at: now };
    return now - this.seen.at >= PAUSE_MS;
  }
}
