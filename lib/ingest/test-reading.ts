import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeBlock, OriginalBytes } from '@/lib/blocks';
import { pool } from '@/lib/store';
import {
  claimSource,
  connectReader,
  createSource,
  finishReading,
  finishReceiving,
  finishRereading,
  type ReaderConnection,
  type SegmentLimits,
} from '@/lib/store/write';
import { Rereader } from './rereader';
import { type SourceOutcome, SourceReader, type SourceTask } from './source-reader';

/** When the uploads of tests were last written: in the spring of 2025. */
const MODIFIED = Date.UTC(2025, 2, 21);

const TEST_READER = 'trackway test reader';

export interface ReadFile {
  readonly id: number;
  readonly path: string;
  readonly state: string;
  readonly format: string | null;
  readonly type: string | null;
  readonly events: number;
  readonly lines: number;
  readonly linesRead: number;
  readonly unparsed: number;
  readonly plain: number;
  readonly sha256: string | null;
  readonly duplicateOf: number | null;
  readonly note: string | null;
  readonly error: string | null;
}

export interface ReadOptions {
  readonly limits?: SegmentLimits;
  /** Breaks the reader's connection after so many commits, as `kill -9` would; then reads again. */
  readonly crashAfterCommits?: number;
  /** From how many bytes on files that are read again get tables of their own. */
  readonly largeBytes?: number;
  /** Stops reading again before its first file. */
  readonly stopped?: boolean;
  /** Done when all is read and the source is not closed yet. */
  readonly beforeEnd?: (id: string) => Promise<void>;
  /** How many attempts are taken to have failed before each attempt. */
  readonly failedAttempts?: readonly number[];
}

/** Reads an upload as the reader process would; answers the id of its source. For tests. */
export async function readUpload(name: string, bytes: Buffer, options: ReadOptions = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trackway-reading-'));
  const id = randomUUID();
  const spoolPath = join(folder, id);
  await writeFile(spoolPath, bytes);
  await createSource(id, name, bytes.length, MODIFIED);
  await finishReceiving(id, bytes.length, id);
  const { crashAfterCommits, beforeEnd, largeBytes: _, stopped: __, failedAttempts = [], ...limits } = options;
  const paths = { spoolPath, scratchFolder: join(folder, 'scratch'), ...limits };
  if (crashAfterCommits !== undefined) {
    await setAttempts(id, failedAttempts[0]);
    const survived = await attempt(id, paths, crashAfterCommits).catch(() => null);
    if (survived !== null) throw new Error('the first attempt was meant to crash');
  }
  await setAttempts(id, failedAttempts.at(-1));
  const outcome = await attempt(id, paths, null);
  await beforeEnd?.(id);
  await finishReading(id, { ...outcome, sha256: null, note: null });
  await rm(folder, { recursive: true, force: true });
  return id;
}

/** Reads the files of a source again that lack a correction, as the reader process would. For tests. */
export async function readAgain(id: string, options: ReadOptions = {}): Promise<void> {
  const { crashAfterCommits, ...limits } = options;
  if (crashAfterCommits !== undefined) {
    const survived = await attemptAgain(id, limits, crashAfterCommits).catch(() => null);
    if (survived !== null) throw new Error('the first attempt was meant to crash');
    return;
  }
  const left = await attemptAgain(id, limits, null);
  await finishRereading(id, left === 0 ? null : `stopped, ${left} left`);
}

async function attemptAgain(
  id: string,
  { stopped, ...limits }: Pick<ReadOptions, 'limits' | 'largeBytes' | 'stopped'>,
  crashAfterCommits: number | null,
): Promise<number> {
  const client = await connectReader(TEST_READER);
  if (crashAfterCommits !== null) breakAfter(client, crashAfterCommits);
  try {
    const source = await claimSource(client, id);
    if (source === null) throw new Error('the source was not free');
    const signal = stopped === true ? AbortSignal.abort() : new AbortController().signal;
    return await new Rereader(client, { source, signal, ...limits }).read();
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function setAttempts(id: string, attempts: number | undefined): Promise<void> {
  if (attempts !== undefined) await pool().query('UPDATE source SET attempts = $2 WHERE id = $1', [id, attempts]);
}

async function attempt(
  id: string,
  paths: Pick<SourceTask, 'spoolPath' | 'scratchFolder' | 'limits'>,
  crashAfterCommits: number | null,
): Promise<SourceOutcome> {
  const client = await connectReader(TEST_READER);
  if (crashAfterCommits !== null) breakAfter(client, crashAfterCommits);
  try {
    const source = await claimSource(client, id);
    if (source === null) throw new Error('the source was not free');
    return await new SourceReader(client, { source, signal: new AbortController().signal, ...paths }).read();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Kills a connection's backend when, after so many commits, the next one is due: all was sent, nothing is committed. */
function breakAfter(client: ReaderConnection, commits: number): void {
  let seen = 0;
  const query = client.query.bind(client);
  const watched = (...given: unknown[]): unknown => {
    if (given[0] !== 'COMMIT') return Reflect.apply(query, client, given);
    seen += 1;
    if (seen <= commits) return query('COMMIT');
    return pool()
      .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [TEST_READER])
      .then(() => query('COMMIT'));
  };
  Reflect.set(client, 'query', watched);
}

/** The reports on a source's files, by path. */
export async function filesOf(id: string): Promise<ReadFile[]> {
  const { rows } = await pool().query<ReadFile>(
    `SELECT id, path, state, format, type, events::int AS events, lines::int AS lines, lines_read::int AS "linesRead", unparsed::int AS unparsed,
            plain::int AS plain, sha256, duplicate_of AS "duplicateOf", note, error
     FROM file WHERE source_id = $1 ORDER BY path`,
    [id],
  );
  return rows;
}

/** The events of a source in the order in which they stand in their files. */
export async function eventsOf(id: string): Promise<Record<string, unknown>[]> {
  const { rows } = await pool().query<Record<string, unknown>>(
    'SELECT event.* FROM event JOIN segment ON segment.id = event.segment WHERE source_id = $1 ORDER BY segment, n',
    [id],
  );
  return rows;
}

/** The original bytes of a file, from its blocks. */
export async function rawOf(file: number): Promise<Buffer> {
  const { rows } = await pool().query<{ codec: number; data: Buffer }>(
    'SELECT codec, data FROM raw_block WHERE file = $1 ORDER BY position',
    [file],
  );
  const original = new OriginalBytes();
  const blocks: Buffer[] = [];
  for (const { codec, data } of rows) blocks.push(original.of(codec, await decodeBlock(codec, data)));
  return Buffer.concat(blocks);
}

/** Lines as `wc -l` counts them, and one more when the last lacks its newline. */
export function physicalLines(bytes: Buffer): number {
  const newlines = bytes.toString('latin1').split('\n').length - 1;
  return newlines + (bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0);
}
