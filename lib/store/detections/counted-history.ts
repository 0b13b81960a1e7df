import { type History, knownHistory, mergeTallied, TALLIES, type Tallied, tallySegment } from '@/lib/detections';
import { GrowingColumns } from '../columns/growing-columns';
import { MemoryBudget } from '../columns/memory-budget';
import { readOnly } from '../read-only';
import { type CountedSegment, storedTallies } from './stored-tallies';

/** Segments whose counts are loaded at a time. */
const SEGMENTS_AT_ONCE = 8;
/** For the columns of segments that grow, which are counted in memory. */
const GROWING_BYTES = 256 * 1024 * 1024;

/**
 * What detectors know of the store. It remembers what it merged: more data costs what is new, and only when something was
 * deleted it begins anew.
 */
export class CountedHistory {
  private merged = new Map<string, Tallied>();
  /** By id, how many events it had. */
  private known = new Map<number, number>();
  private readonly growing = new GrowingColumns(new MemoryBudget(GROWING_BYTES));

  /** The history of these segments; those that neither are counted nor grow are passed over. */
  async of(segments: readonly CountedSegment[]): Promise<History> {
    const counted = segments.filter((segment) => segment.counted);
    const growing = segments.filter((segment) => segment.grows);
    await this.learn(counted);
    this.growing.forget(new Set(counted.map(({ id }) => id)));
    const parts = await this.countGrowing(growing);
    return knownHistory(new Map(TALLIES.map(({ name }) => [name, this.withGrowing(name, parts.get(name) ?? [])])));
  }

  /** Merging copies what is counted, so it is not done for nothing. */
  private withGrowing(name: string, growing: readonly Tallied[]): Tallied {
    const merged = this.merged.get(name);
    if (merged !== undefined && growing.length === 0) return merged;
    return mergeTallied([merged, ...growing].filter(isThere));
  }

  private async learn(segments: readonly CountedSegment[]): Promise<void> {
    const events = new Map(segments.map(({ id, events: count }) => [id, count]));
    if ([...this.known].some(([id, count]) => events.get(id) !== count)) {
      this.known = new Map();
      this.merged = new Map();
    }
    const fresh = segments.map(({ id }) => id).filter((id) => !this.known.has(id));
    for (let at = 0; at < fresh.length; at += SEGMENTS_AT_ONCE) {
      const ids = fresh.slice(at, at + SEGMENTS_AT_ONCE);
      for (const [name, parts] of await storedTallies(ids)) {
        this.merged.set(name, mergeTallied([this.merged.get(name), ...parts].filter(isThere)));
      }
      for (const id of ids) this.known.set(id, events.get(id) ?? 0);
    }
  }

  private async countGrowing(segments: readonly CountedSegment[]): Promise<Map<string, Tallied[]>> {
    const found = new Map<string, Tallied[]>();
    for (const segment of segments) {
      const builder = await readOnly((reader) => this.growing.of(reader, segment));
      const columns = builder.finish(segment.numbers);
      for (const tally of TALLIES) {
        found.set(tally.name, [...(found.get(tally.name) ?? []), tallySegment(columns, tally)]);
      }
    }
    return found;
  }
}

function isThere(tallied: Tallied | undefined): tallied is Tallied {
  return tallied !== undefined;
}
