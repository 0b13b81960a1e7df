import { Client, type PoolClient, type QueryResultRow } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { env } from '@/lib/env';
import { AppError, BadRequest, Cancelled, TooSlow, Unavailable } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { Sql } from '@/lib/query';
import { pool } from './client';
import { becomeQuestionRole } from './question-role';

/** How long the database may work on one statement of a question. */
export const STATEMENT_TIMEOUT_MS = 15_000;
/** After this no further statement of a question begins: open transactions hold up whoever attaches or drops a segment. */
const QUESTION_TIMEOUT_MS = 20_000;

/** One snapshot for all statements of a question, so that a count, a timeline and facets agree. */
const OPEN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS};
SET LOCAL idle_in_transaction_session_timeout = 600000;
SET LOCAL timezone = 'UTC';`;

/** A read-only transaction in progress. */
export interface Reader {
  /** Runs a statement; rows as the driver gives them: bigint and numeric as text. */
  rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]>;
  /**
   * The answer to a SELECT as PostgreSQL's binary COPY, which costs a quarter of the time where there are megabytes. Nothing
   * can be bound: the statement must be made of numbers and of our own words.
   */
  copy(select: string): Promise<Buffer>;
}

/**
 * Runs `read` inside a read-only transaction under the statement timeout, in the role of questions where the database has it. When `signal` fires (the client went away) the
 * database is told to stop at once. Throws `TooSlow`, `Cancelled` or `Unavailable`; other errors pass.
 */
export async function readOnly<Answer>(
  read: (reader: Reader) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  refuseIfGone(signal);
  const { client, role } = await connection();
  const stop = () => cancelBackend(client);
  signal?.addEventListener('abort', stop, { once: true });
  let broken: Error | undefined;
  try {
    await client.query(`${OPEN}${role}`);
    refuseIfGone(signal);
    const answer = await read(readerOver(client, signal));
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    broken = await rollBack(client);
    throw explain(error, signal);
  } finally {
    signal?.removeEventListener('abort', stop);
    // A cancel request may still be on its way and must not hit whoever gets this connection next.
    client.release(broken ?? signal?.aborted);
  }
}

/** Turns what the driver throws into what a person can act on. */
export function explain(error: unknown, signal?: AbortSignal): unknown {
  if (error instanceof AppError) return error;
  if (signal?.aborted) return new Cancelled('the request was cancelled', { cause: error });
  const code = sqlState(error);
  if (code === '57014') return tooSlow(STATEMENT_TIMEOUT_MS, error);
  if (code === '22021') return new BadRequest('no log text holds the character U+0000; leave it out', { cause: error });
  if (code === '2201B') return new BadRequest('q: the database cannot use this regular expression', { cause: error });
  if (code !== null && isConnectionTrouble(code)) {
    return new Unavailable('the database cannot be reached; try again in a moment', { cause: error });
  }
  return error;
}

export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function tooSlow(limitMs: number, cause?: unknown): TooSlow {
  const message = `the question took longer than ${limitMs / 1000} s; narrow the time range, the type or the query`;
  return new TooSlow(message, { cause });
}

function readerOver(client: PoolClient, signal: AbortSignal | undefined): Reader {
  const deadline = Date.now() + QUESTION_TIMEOUT_MS;
  const refuseIfLate = () => {
    refuseIfGone(signal);
    if (Date.now() > deadline) throw tooSlow(QUESTION_TIMEOUT_MS);
  };
  // A connection takes one statement at a time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(() => {
      refuseIfLate();
      return ask();
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    copy: (select) => inTurn(() => copied(client, select)),
    async rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> {
      const result = await inTurn(() => client.query<Row>(statement.toQuery()));
      return result.rows;
    },
  };
}

async function copied(client: PoolClient, select: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const rows = client.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT binary)`));
  for await (const chunk of rows) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A connection, and the statement that makes a transaction the role's. */
async function connection(): Promise<{ readonly client: PoolClient; readonly role: string }> {
  const connections = pool();
  try {
    const role = await becomeQuestionRole(connections);
    return { client: await connections.connect(), role };
  } catch (error) {
    throw new Unavailable('the database cannot be reached; try again in a moment', { cause: error });
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Over a connection of its own: the pool may be busy with just the questions that are to be cancelled. */
function cancelBackend(client: PoolClient): void {
  const backend: unknown = Reflect.get(client, 'processID');
  if (typeof backend !== 'number') return;
  const messenger = new Client({ connectionString: env().DATABASE_URL, application_name: 'trackway cancel' });
  messenger
    .connect()
    // The type is named because Citus refuses an untyped argument here.
    .then(() => messenger.query('SELECT pg_cancel_backend($1::int)', [backend]))
    .catch((error: unknown) => logger.warn('a question could not be cancelled', { error }))
    .finally(() => messenger.end().catch(() => undefined));
}

function refuseIfGone(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled('the request was cancelled');
}

const SOCKET_TROUBLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);

/** Class 08 (connection), 57P (shutdown, crash), 53300 (too many connections), and what Node says of sockets. */
function isConnectionTrouble(code: string): boolean {
  return code.startsWith('08') || code.startsWith('57P') || code === '53300' || SOCKET_TROUBLE.has(code);
}
