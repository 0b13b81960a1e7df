import { randomUUID } from 'node:crypto';
import { buildFilters, encodeBlock } from '@/lib/blocks';
import { FIELDS, type FieldName, type LogType, logTypeCode, type Severity, severityCode } from '@/lib/events';
import { packPieces } from '@/lib/originals';
import { pool } from './client';
import { shareParts } from './test-parts';
import { rebuildColumns } from './write/rebuild-columns';

/** An event for a test: its original line and what a format would have read from it. */
export interface TestEvent {
  readonly raw: string;
  /** ISO 8601; left out = none. */
  readonly time?: string;
  readonly timeGuess?: number;
  readonly type?: LogType;
  readonly severity?: Severity;
  readonly message?: string;
  readonly fields?: Readonly<Partial<Record<FieldName, string | number>>>;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export interface TestSource {
  readonly id: string;
  readonly name: string;
  readonly file: number;
  readonly segment: number;
}

interface Options {
  readonly name?: string;
  readonly path?: string;
  readonly eventsPerBlock?: number;
  /** Tables of its own for the segment, as large loads have. */
  readonly partition?: boolean;
  /** Whether its columns are stored too; they are, unless this says no. */
  readonly columns?: boolean;
}

/** Stores a source of one file and one segment as the writer would. Fixture of the database tests. */
export async function insertSource(events: readonly TestEvent[], options: Options = {}): Promise<TestSource> {
  const { name = `test ${randomUUID()}`, path = 'logs/a.log', partition = false } = options;
  const id = randomUUID();
  const file = await next('file_id');
  const segment = await next(partition ? 'segment_id' : 'shared_segment_id');
  const times = events.flatMap((event) => (event.time === undefined ? [] : [event.time])).sort();
  const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(event.raw) + 1, 0);
  await pool().query(
    `INSERT INTO source (id, name, state, bytes, bytes_received, bytes_read, events, lines, read_from, ready_at)
     VALUES ($1, $2, 'ready', $3, $3, $3, $4, $4, now() - interval '2 s', now())`,
    [id, name, bytes, events.length],
  );
  await pool().query(
    `INSERT INTO file (id, source_id, path, state, bytes, format, type, events, lines, "from", "to")
     VALUES ($1, $2, $3, 'ready', $4, 'plain', $5, $6, $6, $7, $8)`,
    [file, id, path, bytes, events[0]?.type ?? 'application', events.length, times[0], times.at(-1)],
  );
  if (partition) await createTables(segment);
  await insertBlocks(segment, file, events, options.eventsPerBlock ?? 100);
  await pool().query(
    `INSERT INTO segment (id, source_id, state, partition, events, "from", "to") VALUES ($1, $2, 'ready', $3, $4, $5, $6)`,
    [segment, id, partition, events.length, times[0], times.at(-1)],
  );
  await shareParts(pool(), segment);
  if (options.columns !== false) await storeColumns(segment);
  return { id, name, file, segment };
}

async function storeColumns(segment: number): Promise<void> {
  const client = await pool().connect();
  try {
    await rebuildColumns(client, segment);
  } finally {
    client.release();
  }
}

/** Empties every table and drops the partitions, so that tests can count everything. */
export async function clearStore(): Promise<void> {
  const { rows } = await pool().query<{ id: number }>('SELECT id FROM segment WHERE partition');
  for (const { id } of rows) {
    await pool().query(`DROP TABLE IF EXISTS event_${Number(id)}`);
    await pool().query(`DROP TABLE IF EXISTS raw_block_${Number(id)}`);
  }
  await pool().query(
    'TRUNCATE source, file, segment, event_row, event_part, raw_block, column_block, column_part, value_count, tally, raw_tail, batch, record_key, arrival, pattern, finding, finding_change, detection, rule, rule_segment, rule_hit, webhook, webhook_delivery, webhook_known, hunt, hunt_version, evidence_copy, proof, link',
  );
}

async function next(sequence: string): Promise<number> {
  const { rows } = await pool().query<{ id: number }>('SELECT nextval($1)::int AS id', [sequence]);
  return rows[0]?.id ?? 0;
}

async function createTables(segment: number): Promise<void> {
  for (const [name, table] of [
    ['event', 'event_row'],
    ['raw_block', 'raw_block'],
  ]) {
    await pool().query(
      `CREATE TABLE ${name}_${Number(segment)} PARTITION OF ${table} FOR VALUES IN (${Number(segment)})`,
    );
  }
}

async function insertBlocks(segment: number, file: number, events: readonly TestEvent[], perBlock: number) {
  let position = 0;
  for (let first = 0; first < events.length; first += perBlock) {
    const block = first / perBlock;
    const inside = events.slice(first, first + perBlock);
    const raw = Buffer.from(inside.map((event) => `${event.raw}\n`).join(''));
    const { codec, data } = await encodeBlock(raw);
    const { grams, tokens } = buildFilters(raw);
    const times = inside.flatMap(({ time }) => (time === undefined ? [] : [time])).sort();
    let offset = 0;
    const pieces = inside.map((event) => {
      const length = Buffer.byteLength(event.raw);
      const piece = { offset, length };
      offset += length + 1;
      return piece;
    });
    await pool().query(
      `INSERT INTO raw_block (segment, block, file, codec, position, raw_length, first_line, first_n, events, grams, tokens, data, "from", "to", pieces)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[segment, block, file, codec, position, raw.length, first + 1, first, inside.length, grams, tokens, data],
        ...[times[0], times.at(-1), packPieces(pieces)],
      ],
    );
    position += raw.length;
    const rows = inside.map((event, index) =>
      eventRow(event, {
        segment,
        n: first + index,
        file,
        line: first + index + 1,
        block,
        raw_offset: pieces[index]?.offset ?? 0,
        raw_length: pieces[index]?.length ?? 0,
      }),
    );
    await insertEvents(rows);
  }
}

type EventRow = Readonly<Record<string, unknown>>;

function eventRow(event: TestEvent, place: Readonly<Record<string, number>>): EventRow {
  const row: Record<string, unknown> = {
    ...place,
    lines: 1,
    time: event.time ?? null,
    time_guess: event.timeGuess ?? 0,
    type: logTypeCode(event.type ?? 'application'),
    severity: event.severity === undefined ? null : severityCode(event.severity),
    format: 'plain',
    message: event.message ?? event.raw,
    attributes: event.attributes ?? null,
  };
  for (const { name, column } of FIELDS) {
    const value = event.fields?.[name];
    if (value !== undefined) row[column] = value;
  }
  return row;
}

/** All rows by one statement: some tests need tens of thousands. */
async function insertEvents(rows: readonly EventRow[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(Object.keys))].map((column) => `"${column}"`).join(', ');
  await pool().query(
    `INSERT INTO event_row (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::event_row, $1)`,
    [JSON.stringify(rows)],
  );
}
