import { CountedHistory, detect, detectionState } from '@/lib/store';

/** Findings follow the data by so long, at least. */
const PAUSE_MS = 3000;
/** Of the reader's time, detectors take no more than one part in so many while data keeps coming. */
const SHARE = 10;
/** While uploads wait for each other, findings wait no longer than this. */
const OVERDUE_MS = 60_000;

/** Decides when the detectors run: soon after the store changed, and seldom enough not to hold up what the reader is for. */
export class DetectionTurn {
  private readonly counted = new CountedHistory();
  private state: string | null = null;
  private endedAt = 0;
  private readyAt = 0;

  /** Whether findings have waited for so long that the next upload should. */
  get isOverdue(): boolean {
    return Date.now() - this.endedAt > OVERDUE_MS;
  }

  /** Runs the detectors if there may be something new to find. Answers whether they ran. */
  async take(): Promise<boolean> {
    const began = Date.now();
    if (began < this.readyAt || (await detectionState()) === this.state) return false;
    try {
      this.state = await detect(this.counted);
    } finally {
      this.endedAt = Date.now();
      this.readyAt = this.endedAt + Math.max(PAUSE_MS, (this.endedAt - began) * SHARE);
    }
    return true;
  }
}
