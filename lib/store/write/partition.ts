import type { Client } from 'pg';

/** The columns whose values the planner should know before anybody asks. */
const ANALYZED = ['time', 'type', 'severity'];

/** How long attaching may wait for readers of the parent before it steps back and tries again. */
const ATTACH_WAIT_MS = 500;
const ATTACH_TRIES = 60;

/**
 * Creates the two tables of a segment inside the open transaction, so that COPY may skip the log and freeze the rows
 * (PostgreSQL manual, COPY, "FREEZE"). Answers where and how to copy events.
 */
export async function createPartition(client: Client, segment: number): Promise<{ event: string; options: string }> {
  const id = segmentNumber(segment);
  await client.query(`CREATE TABLE event_${id} (LIKE event_row INCLUDING STORAGE)`);
  await client.query(`CREATE TABLE raw_block_${id} (LIKE raw_block INCLUDING STORAGE)`);
  return { event: `event_${id}`, options: 'FORMAT binary, FREEZE' };
}

/** Indexes the tables of a loaded segment; the checks let Postgres attach them without scanning them again. */
export async function indexPartition(client: Client, segment: number): Promise<void> {
  const id = segmentNumber(segment);
  await client.query(`ALTER TABLE event_${id}
    ADD PRIMARY KEY (segment, n) WITH (fillfactor = 100),
    ADD CONSTRAINT event_${id}_segment CHECK (segment IS NOT NULL AND segment = ${id})`);
  await client.query(`ALTER TABLE raw_block_${id}
    ADD PRIMARY KEY (segment, block),
    ADD CONSTRAINT raw_block_${id}_segment CHECK (segment IS NOT NULL AND segment = ${id})`);
  await client.query(`CREATE INDEX ON event_${id} USING brin ("time") WITH (pages_per_range = 32)`);
  await client.query(`CREATE INDEX ON event_${id} (segment, n) WHERE spans IS NOT NULL`);
  await client.query(`CREATE INDEX ON raw_block_${id} (file, position)`);
  await client.query('SET LOCAL default_statistics_target = 50');
  await client.query(`ANALYZE event_${id} (${ANALYZED.map((column) => `"${column}"`).join(', ')})`);
}

/** Makes the tables of an indexed segment part of all events; until the transaction ends nobody else can ask for any. */
export async function attachPartition(client: Client, segment: number): Promise<void> {
  const id = segmentNumber(segment);
  await attach(client, 'event_row', `event_${id}`, id);
  await attach(client, 'raw_block', `raw_block_${id}`, id);
}

/** Readers of the default partition would queue behind a waiting ATTACH, so it waits only briefly at a time. */
async function attach(client: Client, parent: string, table: string, id: number): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${ATTACH_WAIT_MS}`);
  for (let tried = 1; ; tried += 1) {
    await client.query('SAVEPOINT attach');
    try {
      await client.query(`ALTER TABLE ${parent} ATTACH PARTITION ${table} FOR VALUES IN (${id})`);
      break;
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT attach');
      if (tried >= ATTACH_TRIES || !isLockTimeout(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await client.query('SET LOCAL lock_timeout = 0');
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

/** Names of tables cannot be bound: only a whole number ever becomes part of one. */
function segmentNumber(segment: number): number {
  if (!Number.isInteger(segment) || segment < 1) throw new RangeError(`${segment} is no segment`);
  return segment;
}
