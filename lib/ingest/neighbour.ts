import type { LogEvent, LogType } from '@/lib/events';
import type { Format } from '@/lib/formats';

/** Formats whose records name a source file or a package of their program, in some lines. */
const TELLING: ReadonlySet<string> = new Set(['klog', 'klog-json', 'zap', 'capnslog']);

/** What a file's latest record of a known type says of the ones behind it that nothing else decides. */
export class Neighbour {
  /** Of the latest record whose type was known; null before the first. */
  type: LogType | null = null;

  /** The type of a record of these layers if nothing else decides it; null where its neighbours do not say. */
  typeFor(event: LogEvent, layers: readonly Format[]): LogType | null {
    if (layers.length === 0) return this.type;
    // Lines with a place in the code tell their program by the way, and those that do not are the same program's.
    return TELLING.has(event.format ?? '') && !holdsMany(layers) ? this.type : null;
  }

  /** Learns from a record that has its type by now. */
  learn({ typeOrigin, type }: LogEvent): void {
    if (typeOrigin === 'format' || typeOrigin === 'path') this.type = type;
  }
}

/** Whether a file of such lines holds what many programs wrote: outputs side by side, records that a shipper collected. */
function holdsMany([outermost, ...inner]: readonly Format[]): boolean {
  if (outermost === undefined || inner.length === 0) return false;
  return outermost.interleaved === true || (outermost.reads === 'object' && outermost.name !== 'docker-json');
}
