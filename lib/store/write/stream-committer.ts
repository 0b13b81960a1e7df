import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Client } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { type Corrections, NO_CORRECTIONS } from '@/lib/interface';
import { announceArrival } from './announce-arrival';
import { CopyBuffer } from './copy-buffer';
import { columnList, endStream, sendChunks } from './copy-stream';
import { EVENT_COLUMNS } from './event-row';
import type { OpenLimits, OpenSegment } from './open-segment';
import { endGrowth, loadOpenSegment, saveOpenSegment } from './open-segment-rows';
import type { BatchOutcome, MakeTally, StreamBatch } from './stream-batch';
import { addToStream, knownKeys, lockStreams, rememberBatches, rememberKeys, type StreamGrowth } from './stream-rows';

/** Units between two looks at whoever else wants the process. */
const UNITS_AT_ONCE = 200;
/** Growing segments in memory, each with a block that is not full: 64 MB at most. */
const SEGMENTS_MAX = 256;
/** Events of which columns are kept in memory until there are enough to be stored: about 40 MB. */
const COLUMN_ROWS_MAX = 400_000;

/** What a transaction puts into one segment: the segment, and how much it held before. */
interface Appended {
  readonly segment: OpenSegment;
  readonly before: StreamGrowth;
}

/** What events are made by beside their batch. */
interface Surroundings {
  readonly appended: ReadonlyMap<string, Appended>;
  readonly known: ReadonlyMap<StreamBatch, ReadonlySet<string>>;
  readonly said: ReadonlyMap<string, Corrections>;
}

/**
 * Writes batches of any streams in one transaction, and keeps in memory where each stream's open segment ends. It must be the
 * only one that writes to streams; a second one fails, since both would give the same numbers.
 */
export class StreamCommitter {
  private readonly segments = new Map<string, OpenSegment>();

  constructor(
    private readonly client: Client,
    private readonly makeTally: MakeTally,
    private readonly limits?: OpenLimits,
  ) {}

  /** Stores the batches, all or none; answers in their order once they are durable. Whatever throws, nothing was stored. */
  async commit(batches: readonly StreamBatch[]): Promise<BatchOutcome[]> {
    try {
      // What is acknowledged must be on the disk, which it need not be of an upload, whose file is still there.
      await this.client.query('BEGIN; SET LOCAL synchronous_commit = on');
      const outcomes = await this.write(batches);
      await this.client.query('COMMIT');
      this.forgetUnused();
      return outcomes;
    } catch (error) {
      // Where the segments end is asked of the database again.
      this.segments.clear();
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /**
   * Loads segments of streams that are old, so that the next `retire` closes them: nothing may have come since they were
   * forgotten, or since an earlier process had them. `now` in milliseconds.
   */
  async recallOld(now: number): Promise<void> {
    const { rows } = await this.client.query<{ source: string }>(OLD, [now, HOUR_MS, MANY_EVENTS, SEGMENTS_MAX]);
    for (const { source } of rows.filter((row) => !this.segments.has(row.source))) {
      this.segments.set(source, await loadOpenSegment(this.client, source, this.makeTally, this.limits));
    }
  }

  /** Segments that are full or old take no more; answers their ids. `now` in milliseconds. */
  async retire(now: number): Promise<number[]> {
    const old = [...this.segments.values()].filter((segment) => segment.isFull || isOld(segment, now));
    if (old.length === 0) return [];
    try {
      await this.client.query('BEGIN');
      const sources = old.map(({ source }) => source);
      const { obstacles } = await lockStreams(this.client, sources);
      for (const segment of old) if (!obstacles.has(segment.source)) await endGrowth(this.client, segment);
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      for (const { source } of old) this.segments.delete(source);
    }
    return old.map(({ id }) => id);
  }

  /** Where the segment of a stream that is silent ends can be asked of the database again, and its columns made of its rows. */
  private forgetUnused(): void {
    let rows = [...this.segments.values()].reduce((sum, { columns }) => sum + columns.rows, 0);
    for (const { columns } of this.segments.values()) {
      if (rows <= COLUMN_ROWS_MAX) break;
      rows -= columns.rows;
      columns.forget();
    }
    for (const source of this.segments.keys()) {
      if (this.segments.size <= SEGMENTS_MAX) return;
      this.segments.delete(source);
    }
  }

  private async write(batches: readonly StreamBatch[]): Promise<BatchOutcome[]> {
    const sources = [...new Set(batches.map(({ source }) => source))];
    const { obstacles, said } = await lockStreams(this.client, sources);
    for (const source of obstacles.keys()) this.segments.delete(source);
    const fresh = await rememberBatches(
      this.client,
      batches.filter(({ source }) => !obstacles.has(source)),
    );
    const known = await knownKeys(this.client, [...fresh]);
    const appended = await this.loadSegments([...fresh]);
    const events = await this.copyEvents([...fresh], { appended, known, said });
    await rememberKeys(this.client, [...fresh]);
    const grown = [...appended.values()].filter(({ segment, before }) => segment.events > before.events);
    for (const { segment, before } of grown) await saveGrowth(this.client, segment, before);
    // The last step: until the transaction ends, nobody else who adds something can end.
    for (const { segment, before } of grown) {
      await announceArrival(this.client, segment.id, { first: before.events, last: segment.events - 1 });
    }
    return batches.map((batch): BatchOutcome => {
      const obstacle = obstacles.get(batch.source);
      if (obstacle !== undefined) return { kind: obstacle };
      if (!fresh.has(batch)) return { kind: 'repeated' };
      return { kind: 'stored', events: events.get(batch) ?? 0, known: known.get(batch) ?? NONE };
    });
  }

  private async loadSegments(batches: readonly StreamBatch[]): Promise<Map<string, Appended>> {
    const appended = new Map<string, Appended>();
    for (const { source } of batches) {
      if (appended.has(source)) continue;
      const open = this.segments.get(source);
      const segment = open ?? (await loadOpenSegment(this.client, source, this.makeTally, this.limits));
      // The one that was not used for the longest stands first.
      this.segments.delete(source);
      this.segments.set(source, segment);
      appended.set(source, { segment, before: sizeOf(segment) });
    }
    return appended;
  }

  /** Makes events of the batches while earlier ones are on their way to the database. */
  private async copyEvents(
    batches: readonly StreamBatch[],
    { appended, known, said }: Surroundings,
  ): Promise<Map<StreamBatch, number>> {
    const copy = new EventCopy(this.client);
    const events = new Map<StreamBatch, number>();
    try {
      for (const batch of batches) {
        const segment = appended.get(batch.source)?.segment;
        if (segment === undefined) throw new RangeError(`no segment is open for the stream ${batch.source}`);
        const before = segment.events;
        let units = 0;
        for (const unit of batch.units(known.get(batch) ?? NONE, said.get(batch.source) ?? NO_CORRECTIONS)) {
          segment.append(copy.buffer, unit);
          units += 1;
          if (units % UNITS_AT_ONCE === 0) await copy.settle();
        }
        events.set(batch, segment.events - before);
      }
    } finally {
      await copy.end();
    }
    copy.throwFailure();
    return events;
  }
}

const HOUR_MS = 60 * 60 * 1000;
/** A segment with so many events takes no more after an hour, any other after a day. */
const MANY_EVENTS = 20_000;

/** As `isOld`, asked of the database. */
const OLD = `SELECT source_id::text AS source FROM segment
  WHERE growth = 'growing' AND (created_at < to_timestamp(($1::float8 - 24 * $2::float8) / 1000)
    OR (events >= $3 AND created_at < to_timestamp(($1::float8 - $2::float8) / 1000)))
  ORDER BY created_at LIMIT $4`;

/** The columns of a growing segment are made in memory wherever they are asked for; those of an old one need not be. */
function isOld({ events, opened }: OpenSegment, now: number): boolean {
  const age = now - opened;
  return age > 24 * HOUR_MS || (age > HOUR_MS && events >= MANY_EVENTS);
}

const NONE: ReadonlySet<string> = new Set();

function sizeOf({ tally, bytes }: OpenSegment): StreamGrowth {
  const { events, lines, unparsed } = tally.row();
  return { events, lines, unparsed, bytes };
}

async function saveGrowth(client: Client, segment: OpenSegment, before: StreamGrowth): Promise<void> {
  await saveOpenSegment(client, segment);
  const now = sizeOf(segment);
  await addToStream(client, segment.source, {
    events: now.events - before.events,
    lines: now.lines - before.lines,
    unparsed: now.unparsed - before.unparsed,
    bytes: now.bytes - before.bytes,
  });
}

/** A COPY into `event_row` that is fed little by little. */
class EventCopy {
  readonly buffer = new CopyBuffer();
  private readonly stream: CopyStreamQuery;
  private failure: unknown = null;

  constructor(client: Client) {
    this.stream = client.query(copyFrom(`COPY event_row (${columnList(EVENT_COLUMNS)}) FROM STDIN (FORMAT binary)`));
    this.stream.on('error', (error: unknown) => {
      this.failure ??= error;
    });
  }

  async settle(): Promise<void> {
    await sendChunks(this.stream, this.buffer.take(), () => this.throwFailure());
    await letOthersRun();
  }

  async end(): Promise<void> {
    if (this.failure === null) {
      await sendChunks(this.stream, this.buffer.end(), () => undefined);
      await endStream(this.stream);
    }
  }

  throwFailure(): void {
    if (this.failure !== null) throw this.failure;
  }
}
