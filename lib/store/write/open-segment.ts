import { type ColumnsOfEvents, ColumnsToCome } from './columns-to-come';
import type { CopyBuffer } from './copy-buffer';
import { rowMessage } from './event-row';
import { patternBook } from './pattern-book';
import { GrowingPatternParts } from './pattern-parts';
import type { Tally, Unit, UnitEvent } from './stream-batch';

/** As for uploads: a block is small enough to be read for one event. */
const BLOCK_BYTES = 256 * 1024;

/** A segment grows to this before the next one is opened: as large as those of small uploads. Until then its columns are in memory only. */
export interface OpenLimits {
  readonly events: number;
  readonly rawBytes: number;
  /** Columns are stored of so many events at once. */
  readonly partEvents?: number;
}
export const OPEN_LIMITS: OpenLimits = { events: 100_000, rawBytes: 64 * 1024 * 1024 };

/** The first and last time of some events in microseconds; null while none has one. */
export interface Extent {
  from: number | null;
  to: number | null;
}

/** A block that grows. */
export interface GrowingBlock extends Extent {
  readonly block: number;
  /** Of its first byte in the file. */
  readonly position: number;
  readonly firstLine: number;
  readonly firstN: number;
  events: number;
  length: number;
  /** Its bytes that are in `raw_tail`, and those that are still to be written there. */
  stored: Buffer[];
  fresh: Buffer[];
}

/** What is known of an open segment; microseconds, bytes, and lines from 1. */
export interface OpenSegmentState extends Extent {
  readonly id: number;
  readonly source: string;
  readonly file: number;
  readonly path: string;
  /** When it was opened, in milliseconds. */
  readonly opened: number;
  readonly events: number;
  readonly rawBytes: number;
  /** The line that comes next. */
  readonly line: number;
  readonly block: GrowingBlock | null;
  /** The number of the next block if `block` is null, and its place in the file. */
  readonly nextBlock: number;
  readonly position: number;
  /** The highest number of a part that it has; 0 for none. */
  readonly lastPart: number;
}

/**
 * The segment that a stream appends to, with the block that is not full yet. It changes as a transaction goes on: whoever
 * rolls back must forget it and load it again.
 */
export class OpenSegment {
  readonly id: number;
  readonly source: string;
  readonly file: number;
  readonly path: string;
  readonly opened: number;
  events: number;
  rawBytes: number;
  line: number;
  readonly extent: Extent;
  block: GrowingBlock | null;
  private nextBlock: number;
  private position: number;
  /** Blocks that became full in this transaction. */
  private full: GrowingBlock[] = [];
  readonly patterns: GrowingPatternParts;
  private readonly book = patternBook();
  /** The columns of its last events, as far as they are known. */
  readonly columns: ColumnsToCome;
  /** Columns that are enough to be stored since this transaction. */
  private parts: ColumnsOfEvents[] = [];

  constructor(
    state: OpenSegmentState,
    readonly tally: Tally,
    private readonly limits: OpenLimits,
  ) {
    this.id = state.id;
    this.source = state.source;
    this.file = state.file;
    this.path = state.path;
    this.opened = state.opened;
    this.events = state.events;
    this.rawBytes = state.rawBytes;
    this.line = state.line;
    this.extent = { from: state.from, to: state.to };
    this.block = state.block;
    this.nextBlock = state.nextBlock;
    this.position = state.position;
    this.patterns = new GrowingPatternParts(state.lastPart);
    this.columns = new ColumnsToCome(state.events, limits.partEvents);
  }

  get isFull(): boolean {
    return this.events >= this.limits.events || this.rawBytes >= this.limits.rawBytes;
  }

  /** Blocks begun so far. */
  get blocks(): number {
    return this.nextBlock;
  }

  /** Bytes of the file so far. */
  get bytes(): number {
    return this.position;
  }

  /** Adds a unit: its events become rows of `copy`, its bytes wait for `takeFull` or the tail. */
  append(copy: CopyBuffer, unit: Unit): void {
    if (this.block !== null && this.block.length + unit.raw.length > BLOCK_BYTES) this.closeBlock();
    const block = this.block ?? this.openBlock();
    for (const event of unit.events) this.write(copy, block, event);
    block.fresh.push(unit.raw);
    block.length += unit.raw.length;
    this.rawBytes += unit.raw.length;
    this.position += unit.raw.length;
    this.line += unit.lines;
    this.tally.countLines(unit.lines);
    if (block.length >= BLOCK_BYTES) this.closeBlock();
  }

  /** Ends the block that grows, however short it is. */
  closeBlock(): void {
    if (this.block !== null) this.full.push(this.block);
    this.block = null;
  }

  /** The blocks that became full since the last call. */
  takeFull(): readonly GrowingBlock[] {
    return this.full.splice(0);
  }

  /** The columns that are to be stored since the last call. */
  takeParts(): readonly ColumnsOfEvents[] {
    return this.parts.splice(0);
  }

  private openBlock(): GrowingBlock {
    const block: GrowingBlock = {
      block: this.nextBlock,
      position: this.position,
      firstLine: this.line,
      firstN: this.events,
      events: 0,
      length: 0,
      from: null,
      to: null,
      stored: [],
      fresh: [],
    };
    this.nextBlock += 1;
    this.block = block;
    return block;
  }

  private write(copy: CopyBuffer, block: GrowingBlock, unit: UnitEvent): void {
    const { event, type } = unit;
    const message = rowMessage(event);
    const patternPart = this.patterns.partOf(this.book.shapeOf(type, message));
    this.columns.write(
      copy,
      this.id,
      { event, type, message, patternPart },
      {
        n: this.events,
        file: this.file,
        line: this.line + unit.line,
        lines: unit.lines,
        block: block.block,
        offset: block.length + unit.offset,
        length: unit.length,
        spans: unit.spans === null ? null : placed(unit.spans, block),
      },
    );
    const part = this.columns.takeEnough();
    if (part !== null) this.parts.push(part);
    this.tally.count(unit, this.line + unit.line);
    this.events += 1;
    block.events += 1;
    if (event.time === null) return;
    widen(block, event.time);
    widen(this.extent, event.time);
  }
}

/** Pieces of a unit as pieces of the block that it comes to stand in. */
function placed(spans: readonly number[], block: GrowingBlock): number[] {
  return spans.map((number, index) => {
    if (index % 3 === 0) return block.block;
    return index % 3 === 1 ? block.length + number : number;
  });
}

function widen(extent: Extent, time: number): void {
  if (extent.from === null || time < extent.from) extent.from = time;
  if (extent.to === null || time > extent.to) extent.to = time;
}
