import type { LogEvent } from '@/lib/events';
import type { Format } from '@/lib/formats';
import type { EventSink } from './event-sink';
import type { OpenRecord, Piece } from './record';

/** So many joined records may wait for further ones; then the oldest is complete. */
const WAITING_MAX = 2048;
/** So many blocks after the one that it opened in a record is complete: its texts keep all of that block in memory. */
const BLOCKS_MAX = 128;

/**
 * Makes one event of the records that belong together although others stand between them: the records of one audit event
 * of the kernel, the stages of one API request. Which do is said by their format (`Format.join`).
 */
export class Joiner {
  private readonly waiting = new Map<string, OpenRecord>();

  constructor(private readonly sink: EventSink) {}

  /** Adds a record to the one that it belongs to; false when that does not wait: then it opens one. */
  absorb(event: LogEvent, layers: readonly Format[], piece: Piece): boolean {
    if (this.waiting.size === 0) return false;
    const key = keyOf(event, layers);
    const whole = key === null ? undefined : this.waiting.get(key);
    if (key === null || whole === undefined) return false;
    const format = layers.at(-1);
    if (format?.belongs?.(whole.event, event) === false) {
      this.finish(key, whole);
      return false;
    }
    whole.append(piece, null);
    format?.join?.(whole.event, event);
    if (event.joinEnds || whole.closed) this.finish(key, whole);
    return true;
  }

  /** Keeps a record that others may join; false when none can. */
  keep(record: OpenRecord): boolean {
    const key = keyOf(record.event, record.formats);
    if (key === null || record.event.joinEnds || this.waiting.has(key)) return false;
    this.giveUp(record.block);
    this.waiting.set(key, record);
    return true;
  }

  /** Completes all that wait, since nothing can join them any more. */
  flush(): void {
    for (const [key, record] of this.waiting) this.finish(key, record);
  }

  /** Completes the oldest, as far as they are too many or too old. */
  private giveUp(block: number): void {
    for (const [key, record] of this.waiting) {
      if (this.waiting.size < WAITING_MAX && record.block > block - BLOCKS_MAX) return;
      this.finish(key, record);
    }
  }

  private finish(key: string, record: OpenRecord): void {
    this.waiting.delete(key);
    record.close();
    this.sink.event(record);
  }
}

/** The same key means the same event only among records of one format and one stream. */
function keyOf(event: LogEvent, layers: readonly Format[]): string | null {
  const format = layers.at(-1);
  if (event.joinKey === null || format?.join === undefined) return null;
  return `${format.name} ${event.stream ?? ''} ${event.joinKey}`;
}
