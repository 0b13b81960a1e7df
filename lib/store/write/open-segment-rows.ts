import type { ClientBase } from 'pg';
import { buildFilters, encodeBlock } from '@/lib/blocks';
import { encodeColumnPart, withNames } from '@/lib/columns';
import { NO_CORRECTIONS } from '@/lib/interface';
import { sql } from '@/lib/query';
import { CODEC_TAIL } from '../raw-tail';
import { micros, numberOf } from '../times';
import type { ColumnsOfEvents } from './columns-to-come';
import { saveFileRows } from './file-rows';
import { type GrowingBlock, OPEN_LIMITS, type OpenLimits, OpenSegment, type OpenSegmentState } from './open-segment';
import { lastPartOf, savePatternParts } from './pattern-part-rows';
import type { MakeTally } from './stream-batch';

/** Lets every probe pass: what a block that grows holds is not known yet. */
const PASSES_ALL = Buffer.alloc(32, 0xff);
const NO_BYTES = Buffer.alloc(0);

/** The segment that a stream appends to, or a new one. In a transaction that has locked the stream. */
export async function loadOpenSegment(
  client: ClientBase,
  source: string,
  makeTally: MakeTally,
  limits: OpenLimits = OPEN_LIMITS,
): Promise<OpenSegment> {
  const { rows } = await client.query<SegmentRow>(SEGMENT, [source]);
  const [row] = rows;
  if (row === undefined) return openSegment(client, source, makeTally, limits);
  const block = row.block === null ? null : await growingBlock(client, row.id, row.block);
  const { line, tally } = memoryOf(row.checkpoint);
  const state: OpenSegmentState = {
    id: row.id,
    source,
    file: row.file,
    path: row.path,
    opened: Number(row.opened),
    events: row.events,
    rawBytes: Number(row.bytes),
    from: numberOf(row.first),
    to: numberOf(row.last),
    line,
    block,
    nextBlock: row.blocks,
    position: Number(row.bytes),
    lastPart: await lastPartOf(client, row.id),
  };
  return new OpenSegment(state, makeTally(tally), limits);
}

interface SegmentRow {
  readonly id: number;
  readonly events: number;
  readonly blocks: number;
  readonly bytes: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly opened: string;
  readonly file: number;
  readonly path: string;
  readonly checkpoint: unknown;
  /** The block that grows; null when the last one is full. */
  readonly block: number | null;
}

/** Every block of an open segment is of one file. */
const SEGMENT = `SELECT segment.id, segment.events, segment.blocks, segment.bytes::text AS bytes,
    (extract(epoch FROM segment."from") * 1000000)::bigint::text AS first,
    (extract(epoch FROM segment."to") * 1000000)::bigint::text AS last,
    (extract(epoch FROM segment.created_at) * 1000)::bigint::text AS opened,
    file.id AS file, file.path, file.checkpoint,
    CASE WHEN raw_block.codec = ${CODEC_TAIL} THEN raw_block.block END AS block
  FROM segment
  JOIN raw_block ON raw_block.segment = segment.id AND raw_block.block = segment.blocks - 1
  JOIN file ON file.id = raw_block.file
  WHERE segment.source_id = $1 AND segment.growth = 'growing' LIMIT 1`;

interface BlockRow {
  readonly position: string;
  readonly firstLine: number;
  readonly firstN: number;
  readonly events: number;
  readonly first: string | null;
  readonly last: string | null;
}

async function growingBlock(client: ClientBase, segment: number, block: number): Promise<GrowingBlock> {
  const { rows } = await client.query<BlockRow>(
    sql`SELECT position::text AS position, first_line AS "firstLine", first_n AS "firstN", events,
          ${micros(sql`"from"`)} AS first, ${micros(sql`"to"`)} AS last
        FROM raw_block WHERE segment = ${segment} AND block = ${block}`.toQuery(),
  );
  const pieces = await client.query<{ data: Buffer }>(
    'SELECT data FROM raw_tail WHERE segment = $1 AND block = $2 ORDER BY piece',
    [segment, block],
  );
  const [row] = rows;
  if (row === undefined) throw new RangeError(`segment ${segment} has no block ${block}`);
  const stored = pieces.rows.map(({ data }) => data);
  return {
    block,
    position: Number(row.position),
    firstLine: row.firstLine,
    firstN: row.firstN,
    events: row.events,
    from: numberOf(row.first),
    to: numberOf(row.last),
    length: stored.reduce((sum, data) => sum + data.length, 0),
    stored,
    fresh: [],
  };
}

async function openSegment(
  client: ClientBase,
  source: string,
  makeTally: MakeTally,
  limits: OpenLimits,
): Promise<OpenSegment> {
  const { rows } = await client.query<{ id: number; file: number; now: string }>(
    `SELECT nextval('shared_segment_id')::int AS id, nextval('file_id')::int AS file,
       (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text AS now`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the sequences of segments and files gave no values');
  const opened = Number(row.now);
  const state: OpenSegmentState = {
    id: row.id,
    source,
    file: row.file,
    path: pathOf(opened, row.file),
    opened,
    events: 0,
    rawBytes: 0,
    from: null,
    to: null,
    line: 1,
    block: null,
    nextBlock: 0,
    position: 0,
    lastPart: 0,
  };
  return new OpenSegment(state, makeTally(null), limits);
}

/** A stream has a file for each of its segments, named after when it was begun; the number keeps two of one second apart. */
function pathOf(opened: number, file: number): string {
  return `${new Date(opened).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${file}.log`;
}

function memoryOf(checkpoint: unknown): { line: number; tally: unknown } {
  if (typeof checkpoint !== 'object' || checkpoint === null) return { line: 1, tally: null };
  const line: unknown = Reflect.get(checkpoint, 'line');
  return { line: typeof line === 'number' ? line : 1, tally: Reflect.get(checkpoint, 'tally') };
}

/** Writes what changed in an open segment but its events: blocks, the segment itself and the report on its file. */
export async function saveOpenSegment(client: ClientBase, segment: OpenSegment): Promise<void> {
  await savePatternParts(client, segment.id, segment.patterns);
  for (const block of segment.takeFull()) await packBlock(client, segment, block);
  if (segment.block !== null && segment.block.fresh.length > 0) await saveTail(client, segment, segment.block);
  for (const part of segment.takeParts()) await savePart(client, segment, part);
  const { extent } = segment;
  await client.query(
    `INSERT INTO segment (id, source_id, state, partition, columns, growth, events, blocks, bytes, "from", "to", created_at)
     VALUES ($1, $2, 'ready', false, false, 'growing', $3, $4, $5, to_timestamp($6::float8 / 1e6), to_timestamp($7::float8 / 1e6),
             to_timestamp($8::float8 / 1e3))
     ON CONFLICT (id) DO UPDATE SET events = excluded.events, blocks = excluded.blocks, bytes = excluded.bytes,
       "from" = excluded."from", "to" = excluded."to"`,
    [
      ...[segment.id, segment.source, segment.events, segment.blocks, segment.rawBytes],
      ...[extent.from, extent.to, segment.opened],
    ],
  );
  await saveFileRows(client, [
    {
      ...segment.tally.row(),
      id: segment.file,
      sourceId: segment.source,
      path: segment.path,
      state: 'ready',
      bytes: segment.bytes,
      sha256: null,
      duplicateOf: null,
      note: null,
      error: null,
      checkpoint: { line: segment.line, tally: segment.tally.memory() },
      modified: null,
      readWith: NO_CORRECTIONS,
    },
  ]);
}

async function savePart(client: ClientBase, segment: OpenSegment, { first, columns }: ColumnsOfEvents): Promise<void> {
  const named = withNames(columns, 'pattern', segment.patterns.names);
  const { codec, data } = await encodeBlock(encodeColumnPart(named));
  await client.query('INSERT INTO column_part (segment, first_n, rows, codec, data) VALUES ($1, $2, $3, $4, $5)', [
    ...[segment.id, first, columns.rows, codec],
    data,
  ]);
}

async function saveTail(client: ClientBase, segment: OpenSegment, block: GrowingBlock): Promise<void> {
  const data = Buffer.concat(block.fresh);
  await client.query('INSERT INTO raw_tail (segment, block, piece, data) VALUES ($1, $2, $3, $4)', [
    ...[segment.id, block.block, block.stored.length],
    data,
  ]);
  block.stored.push(data);
  block.fresh = [];
  await saveBlock(client, segment, block, { codec: CODEC_TAIL, data: NO_BYTES, grams: PASSES_ALL, tokens: PASSES_ALL });
}

/** A block that is full becomes as those of uploads; events name the same bytes of it as before. */
async function packBlock(client: ClientBase, segment: OpenSegment, block: GrowingBlock): Promise<void> {
  const raw = Buffer.concat([...block.stored, ...block.fresh]);
  const packed = await encodeBlock(raw);
  await saveBlock(client, segment, block, { ...packed, ...buildFilters(raw) });
  if (block.stored.length > 0) {
    await client.query('DELETE FROM raw_tail WHERE segment = $1 AND block = $2', [segment.id, block.block]);
  }
}

interface BlockContent {
  readonly codec: number;
  readonly data: Buffer;
  readonly grams: Buffer;
  readonly tokens: Buffer;
}

async function saveBlock(
  client: ClientBase,
  { id, file }: OpenSegment,
  block: GrowingBlock,
  { codec, data, grams, tokens }: BlockContent,
): Promise<void> {
  await client.query(
    `INSERT INTO raw_block (segment, block, file, codec, position, raw_length, first_line, first_n, events, "from", "to",
                            grams, tokens, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::float8 / 1e6), to_timestamp($11::float8 / 1e6), $12, $13, $14)
     ON CONFLICT (segment, block) DO UPDATE SET codec = excluded.codec, raw_length = excluded.raw_length,
       events = excluded.events, "from" = excluded."from", "to" = excluded."to", grams = excluded.grams,
       tokens = excluded.tokens, data = excluded.data`,
    [
      ...[id, block.block, file, codec, block.position, block.length, block.firstLine, block.firstN, block.events],
      ...[block.from, block.to, grams, tokens, data],
    ],
  );
}

/** Notes that nothing will be appended any more; its columns are still to be stored. */
export async function endGrowth(client: ClientBase, segment: OpenSegment): Promise<void> {
  segment.closeBlock();
  await saveOpenSegment(client, segment);
  await client.query(`UPDATE segment SET growth = 'grown', grown_at = now() WHERE id = $1`, [segment.id]);
}
