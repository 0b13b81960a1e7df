import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { env } from '@/lib/env';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';

/** How many connections one process opens at most; questions beyond that wait in line. */
const CONNECTIONS_MAX = 12;
const CONNECT_TIMEOUT_MS = 10_000;

interface Clients {
  readonly pool: Pool;
  prisma: PrismaClient | null;
}

// Next's development server evaluates modules anew on each change; the connections must outlive that.
const keeper = globalThis as typeof globalThis & { trackwayClients?: Clients };

/** The connections of this process, made at first use. */
export function pool(): Pool {
  return clients().pool;
}

/** Prisma over the same connections; for the small tables. */
export function prisma(): PrismaClient {
  const open = clients();
  open.prisma ??= new PrismaClient({ adapter: new PrismaPg(open.pool) });
  return open.prisma;
}

/** Ends all connections; the next use makes new ones. */
export async function closeStore(): Promise<void> {
  const open = keeper.trackwayClients;
  delete keeper.trackwayClients;
  if (open === undefined) return;
  await open.prisma?.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}

function clients(): Clients {
  keeper.trackwayClients ??= connect();
  return keeper.trackwayClients;
}

function connect(): Clients {
  const connections = new Pool({
    connectionString: env().DATABASE_URL,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'trackway',
  });
  // Without a listener the loss of an idle connection (a restarted database) would end the process.
  connections.on('error', (error) => logger.warn('an idle database connection was lost', { error }));
  return { pool: connections, prisma: null };
}
