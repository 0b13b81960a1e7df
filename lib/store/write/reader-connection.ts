import { Client } from 'pg';
import { env } from '@/lib/env';
import { logger } from '@/lib/logger';

/** A connection of the reader's own: it holds a source's lock and its segment's transaction, and dies with the reader. */
export type ReaderConnection = Client;

/** Opens a connection outside the pool; `name` is what the database's list of connections shows. */
export async function connectReader(name: string): Promise<ReaderConnection> {
  const connection = new Client({ connectionString: env().DATABASE_URL, application_name: name });
  connection.on('error', (error) => logger.warn('a reader connection was lost', { error }));
  await connection.connect();
  return connection;
}
