import type { Client } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { buildFilters, type Charset, encodeBlock } from '@/lib/blocks';
import { SegmentColumnsBuilder, withNames } from '@/lib/columns';
import { TALLIED } from '@/lib/detections';
import type { LogEvent, LogType } from '@/lib/events';
import { keepPatterns } from '../used-patterns';
import { announceArrival } from './announce-arrival';
import { BLOCK_COLUMNS, writeBlockRow } from './block-row';
import { writeColumns } from './column-rows';
import { CopyBuffer } from './copy-buffer';
import { columnList, endStream, sendChunks } from './copy-stream';
import { EVENT_COLUMNS, type Place } from './event-row';
import { EventRows } from './event-rows';
import { type FileRow, saveFileRows } from './file-rows';
import { blockRow, newBlock, noteEvent, type OpenBlock } from './open-block';
import { writeParts } from './part-rows';
import { attachPartition, createPartition, indexPartition } from './partition';
import { writeTallies } from './tally-rows';

/** How much one segment may hold before it is committed and the next one opened. */
export interface SegmentLimits {
  readonly events: number;
  readonly rawBytes: number;
  /** Compressed blocks are held in memory until the segment is committed. */
  readonly packedBytes: number;
}

const MIB = 1024 * 1024;
/** A segment with tables of its own: a load that pays for creating and attaching them. */
const PARTITION_LIMITS: SegmentLimits = { events: 250_000, rawBytes: 384 * MIB, packedBytes: 64 * MIB };
/** A segment in the default partition: a small upload, or the tail of a large one. */
const SHARED_LIMITS: SegmentLimits = { events: 100_000, rawBytes: 64 * MIB, packedBytes: 32 * MIB };
const ENCODINGS_AT_ONCE = 3;
/** Blocks of one huge line are compressed one at a time. */
const ENCODING_BYTES_MAX = 4 * MIB;

/**
 * Writes one segment in one transaction: its events as they come, its blocks and the report on its files at the end.
 * Until `commit` returns nobody sees any of it; a crash leaves nothing behind.
 */
export class SegmentWriter {
  events = 0;
  rawBytes = 0;
  private packedBytes = 0;
  private from: number | null = null;
  private to: number | null = null;
  private readonly copy = new CopyBuffer();
  private readonly columns = new SegmentColumnsBuilder();
  private readonly rows = new EventRows(this.copy, this.columns);
  private readonly blocks: OpenBlock[] = [];
  private readonly encodings = new Set<Promise<void>>();
  private encodingBytes = 0;
  private failure: unknown = null;

  private constructor(
    private readonly client: Client,
    private readonly sourceId: string,
    readonly id: number,
    private readonly partition: boolean,
    private readonly stream: CopyStreamQuery,
    private readonly limits: SegmentLimits,
  ) {
    stream.on('error', (error: unknown) => {
      this.failure ??= error;
    });
  }

  /** Opens a segment on a connection that is its own until `commit` or `abandon`; with `begin` false, in a transaction of the caller. */
  static async open(
    client: Client,
    sourceId: string,
    large: boolean,
    limits: SegmentLimits = large ? PARTITION_LIMITS : SHARED_LIMITS,
    begin = true,
  ): Promise<SegmentWriter> {
    const sequence = large ? 'segment_id' : 'shared_segment_id';
    const { rows } = await client.query<{ id: number }>('SELECT nextval($1)::int AS id', [sequence]);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`the sequence ${sequence} gave no value`);
    if (begin) await client.query('BEGIN');
    const tables = large ? await createPartition(client, id) : { event: 'event_row', options: 'FORMAT binary' };
    const stream = client.query(
      copyFrom(`COPY ${tables.event} (${columnList(EVENT_COLUMNS)}) FROM STDIN (${tables.options})`),
    );
    return new SegmentWriter(client, sourceId, id, large, stream, limits);
  }

  get full(): boolean {
    const { limits } = this;
    return this.events >= limits.events || this.rawBytes >= limits.rawBytes || this.packedBytes >= limits.packedBytes;
  }

  get empty(): boolean {
    return this.blocks.length === 0;
  }

  /** Opens the next block of a file, at a byte position and a line; answers its number. */
  openBlock(file: number, position: number, firstLine: number): number {
    this.blocks.push(newBlock(file, position, firstLine, this.events));
    return this.blocks.length - 1;
  }

  /**
   * Gives a block its bytes, which must not change afterwards; they are compressed in the background. `charset` is what
   * they were before they became UTF-8.
   */
  sealBlock(block: number, raw: Buffer, charset: Charset): void {
    const open = this.blockAt(block);
    open.rawLength = raw.length;
    this.rawBytes += raw.length;
    this.encode(raw, charset, open);
  }

  /** The number of the next event; events must be reserved in the order in which they open. */
  reserve(block: number): number {
    const open = this.blockAt(block);
    if (open.events === 0) open.firstN = this.events;
    open.events += 1;
    this.events += 1;
    return this.events - 1;
  }

  /** Takes back the last reservation: its record moves to the next block. */
  unreserve(block: number): void {
    this.blockAt(block).events -= 1;
    this.events -= 1;
  }

  write(event: LogEvent, type: LogType, place: Place): void {
    this.rows.write(this.id, event, type, place);
    noteEvent(this.blockAt(place.block), place, event.time);
    if (event.time === null) return;
    if (this.from === null || event.time < this.from) this.from = event.time;
    if (this.to === null || event.time > this.to) this.to = event.time;
  }

  /** Hands what was written so far to Postgres; waits while Postgres or the compressors are behind. */
  async settle(): Promise<void> {
    await this.send(this.copy.take());
    while (this.encodings.size > ENCODINGS_AT_ONCE || this.encodingBytes > ENCODING_BYTES_MAX)
      await Promise.race(this.encodings);
    this.throwFailure();
  }

  /** Makes the segment and the state of its files durable and visible, all at once. */
  async commit(files: readonly FileRow[]): Promise<void> {
    await this.finish();
    if (this.partition) await attachPartition(this.client, this.id);
    await saveFileRows(this.client, files);
    await announceArrival(this.client, this.id, { first: 0, last: this.events - 1 });
    await this.client.query('COMMIT');
  }

  /** Writes everything; tables of its own are still to be attached. Nothing may be written to it afterwards. */
  async finish(): Promise<void> {
    await this.send(this.copy.end());
    await endStream(this.stream);
    await Promise.all(this.encodings);
    this.throwFailure();
    await this.copyBlocks();
    await keepPatterns(this.client);
    const patterns = await this.rows.namePatterns();
    await writeParts(this.client, this.id, this.rows.parts);
    const columns = withNames(this.columns.finish(this.events), 'pattern', patterns);
    await writeColumns(this.client, this.id, columns);
    await writeTallies(this.client, this.id, columns);
    if (this.partition) await indexPartition(this.client, this.id);
    await this.client.query(
      `INSERT INTO segment (id, source_id, state, partition, columns, tallied, events, blocks, bytes, "from", "to")
       VALUES ($1, $2, 'ready', $3, true, $4, $5, $6, $7, to_timestamp($8::float8 / 1e6), to_timestamp($9::float8 / 1e6))`,
      [
        ...[this.id, this.sourceId, this.partition, TALLIED],
        ...[this.events, this.blocks.length, this.rawBytes, this.from, this.to],
      ],
    );
  }

  /** Takes everything back; the connection can be used for the next segment. */
  async abandon(): Promise<void> {
    await endStream(this.stream);
    await this.client.query('ROLLBACK');
  }

  private async copyBlocks(): Promise<void> {
    const table = this.partition ? `raw_block_${this.id}` : 'raw_block';
    const options = this.partition ? 'FORMAT binary, FREEZE' : 'FORMAT binary';
    const stream = this.client.query(copyFrom(`COPY ${table} (${columnList(BLOCK_COLUMNS)}) FROM STDIN (${options})`));
    stream.on('error', (error: unknown) => {
      this.failure ??= error;
    });
    const copy = new CopyBuffer();
    for (const [block, open] of this.blocks.entries()) {
      writeBlockRow(copy, this.id, blockRow(block, open));
      await sendChunks(stream, copy.take(), () => this.throwFailure());
    }
    await sendChunks(stream, copy.end(), () => this.throwFailure());
    await endStream(stream);
    this.throwFailure();
  }

  private encode(raw: Buffer, charset: Charset, block: OpenBlock): void {
    const filters = buildFilters(raw);
    const encoding = encodeBlock(raw, charset)
      .then((packed) => {
        block.packed = { ...packed, ...filters };
        this.packedBytes += packed.data.length;
      })
      .catch((error: unknown) => {
        this.failure ??= error;
      })
      .finally(() => {
        this.encodings.delete(encoding);
        this.encodingBytes -= raw.length;
      });
    this.encodings.add(encoding);
    this.encodingBytes += raw.length;
  }

  private async send(chunks: readonly Buffer[]): Promise<void> {
    await sendChunks(this.stream, chunks, () => this.throwFailure());
  }

  private blockAt(block: number): OpenBlock {
    const open = this.blocks[block];
    if (open === undefined) throw new RangeError(`segment ${this.id} has no block ${block}`);
    return open;
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure;
  }
}
