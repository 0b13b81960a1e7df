import type { Reader } from '../read-only';
import { type SegmentSpan, segmentVersion } from '../segment-span';
import type { Droppable, MemoryBudget } from './memory-budget';

/** A loaded part of a segment's columns and the bytes that it takes. */
export interface LoadedPart<Value> {
  readonly value: Value;
  readonly weight: number;
}

/** Loads a part of a column of several segments; answers one for each, in their order. */
export type LoadParts<Value> = (
  reader: Reader,
  segments: readonly SegmentSpan[],
  column: string,
) => Promise<LoadedPart<Value>[]>;

interface KeptPart<Value> {
  readonly segment: number;
  readonly column: string;
  readonly value: Value;
  readonly item: Droppable;
}

/** Segments whose parts are fetched at a time: some megabytes. */
const SEGMENTS_TOGETHER = 16;

/** One kind of part of the segments' columns, loaded when asked for and kept as long as the memory budget allows. */
export class SegmentParts<Value> {
  private readonly kept = new Map<string, KeptPart<Value>>();
  /** Several questions of one page ask for the same at once; it is loaded for all of them together. */
  private readonly loading = new Map<string, Promise<unknown>>();

  /** Of growing segments, the key under which the latest part is kept. */
  private readonly latest = new Map<string, string>();

  constructor(
    private readonly budget: MemoryBudget,
    private readonly load: LoadParts<Value>,
    /** Called when a part is no longer kept. */
    private readonly gone: (column: string, value: Value) => void = () => undefined,
  ) {}

  /** Keeps parts no longer that a test names by their segment and column. */
  forget(isMeant: (segment: number, column: string, value: Value) => boolean): void {
    for (const [key, part] of this.kept) {
      if (!isMeant(part.segment, part.column, part.value)) continue;
      this.budget.remove(part.item);
      this.drop(key);
    }
  }

  /** The part of a column in each of the segments, in their order. */
  async of(reader: Reader, segments: readonly SegmentSpan[], column: string): Promise<Value[]> {
    const found = new Map<string, Value>();
    for (;;) {
      const missing = segments.filter((segment) => !this.take(keyOf(segment, column), found));
      if (missing.length === 0) break;
      const mine = missing.filter((segment) => !this.loading.has(keyOf(segment, column)));
      if (mine.length > 0) await this.fetch(reader, mine.slice(0, SEGMENTS_TOGETHER), column, found);
      // Whoever loads may be cancelled: then it is somebody else's turn.
      else await Promise.allSettled(missing.map((segment) => this.loading.get(keyOf(segment, column))));
    }
    return segments.map((segment) => valueIn(found, keyOf(segment, column)));
  }

  /** Moves what is kept to what a question holds, so that it stays even when it is dropped meanwhile. */
  private take(key: string, found: Map<string, Value>): boolean {
    if (found.has(key)) return true;
    const kept = this.kept.get(key);
    if (kept === undefined) return false;
    this.budget.touch(kept.item);
    found.set(key, kept.value);
    return true;
  }

  private async fetch(
    reader: Reader,
    segments: readonly SegmentSpan[],
    column: string,
    found: Map<string, Value>,
  ): Promise<void> {
    const keys = segments.map((segment) => keyOf(segment, column));
    const parts = this.load(reader, segments, column);
    for (const key of keys) this.loading.set(key, parts);
    try {
      for (const [index, part] of (await parts).entries()) {
        const key = keys[index] ?? '';
        found.set(key, part.value);
        const segment = segments[index];
        if (segment !== undefined) this.keep(segment, column, part);
      }
    } finally {
      for (const key of keys) this.loading.delete(key);
    }
  }

  private keep(segment: SegmentSpan, column: string, { value, weight }: LoadedPart<Value>): void {
    const key = keyOf(segment, column);
    const item = { weight, drop: () => this.drop(key) };
    this.kept.set(key, { segment: segment.id, column, value, item });
    this.budget.add(item);
    if (segment.grows) this.forgetEarlier(nameOf(segment.id, column), key);
  }

  /** What a growing segment was a moment ago nobody asks for again. */
  private forgetEarlier(name: string, key: string): void {
    const earlier = this.latest.get(name);
    this.latest.set(name, key);
    const kept = earlier === undefined || earlier === key ? undefined : this.kept.get(earlier);
    if (kept === undefined || earlier === undefined) return;
    this.budget.remove(kept.item);
    this.drop(earlier);
  }

  private drop(key: string): void {
    const part = this.kept.get(key);
    if (part === undefined) return;
    this.kept.delete(key);
    const name = nameOf(part.segment, part.column);
    if (this.latest.get(name) === key) this.latest.delete(name);
    this.gone(part.column, part.value);
  }
}

function nameOf(segment: number, column: string): string {
  return `${segment} ${column}`;
}

function keyOf(segment: SegmentSpan, column: string): string {
  return `${segmentVersion(segment)} ${column}`;
}

function valueIn<Value>(found: ReadonlyMap<string, Value>, key: string): Value {
  const value = found.get(key);
  if (value === undefined) throw new RangeError(`the column part ${key} was not loaded`);
  return value;
}
