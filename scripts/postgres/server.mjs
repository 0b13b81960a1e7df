import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { PlainError } from '../plain-error.mjs';
import { sleep } from '../processes.mjs';
import { makeQuestionRole } from '../question-role.mjs';
import { openCluster } from './cluster-folder.mjs';
import { stopOrphan } from './orphan.mjs';
import { ServerProcess } from './server-process.mjs';
import { serverSettings } from './server-settings.mjs';

const TRIES_MAX = 5;
const LONG_START_MS = 10_000;
const NAME = 'trackway';

/**
 * @typedef {{ url: string, port: number, exited: Promise<number | null>, stop: () => Promise<void> }} PostgresServer
 * `exited` fulfils when the server has ended, for whatever reason
 */

/**
 * Starts the PostgreSQL of a data folder and waits until it answers. It listens on this machine only, on a port that was
 * free, and asks for a password that only the owner of the data folder can read.
 * @param {{
 *   dataFolder: string,
 *   say?: (message: string) => void,
 *   settings?: Record<string, string>,
 *   port?: number,
 * }} options `dataFolder` is absolute and exists; `settings` go over the usual ones; `port`: this one and no other
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres({ dataFolder, say = () => {}, settings = {}, port }) {
  const cluster = await openCluster(dataFolder, say);
  await stopOrphan(cluster);
  const logFile = join(dataFolder, 'postgres.log');
  for (let tried = 1; ; tried++) {
    const chosen = port ?? (await freePort());
    const network = { port: String(chosen), listen_addresses: '127.0.0.1', unix_socket_directories: '' };
    const server = new ServerProcess(cluster, { ...serverSettings(), ...settings, ...network }, logFile);
    if (await becomesReady(server, cluster, chosen, say)) {
      const url = `postgresql://${NAME}:${cluster.password}@127.0.0.1:${chosen}/${NAME}`;
      return { url, port: chosen, exited: server.exited, stop: () => server.stop() };
    }
    if (tried === TRIES_MAX || !isPassing(server.log())) {
      throw new PlainError(`PostgreSQL did not start: ${lastComplaint(server.log())} (its log is ${logFile})`);
    }
    await sleep(200 * tried);
  }
}

/** Someone took the port in between, or processes of a server that was killed are still ending. */
function isPassing(log) {
  return /could not bind|already in use|pre-existing shared memory block|lock file .* already exists/i.test(log);
}

function lastComplaint(log) {
  const complaints = log.split('\n').filter((line) => /FATAL|PANIC|ERROR|could not|cannot/.test(line));
  return complaints.at(-1)?.trim() ?? 'it ended without a word';
}

async function becomesReady(server, cluster, port, say) {
  const patience = setTimeout(
    () => say('PostgreSQL is still starting; after a crash it first repeats what was in its log'),
    LONG_START_MS,
  );
  try {
    while (!server.hasExited) {
      const admin = await connect({ user: 'postgres', password: cluster.adminPassword, port, database: 'postgres' });
      if (admin) {
        await prepareDatabase(admin, cluster.password).finally(() => admin.end());
        return true;
      }
      await sleep(50);
    }
    return false;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    clearTimeout(patience);
  }
}

/** null while the server is not there or not ready; anything else it says is an error. */
async function connect(options) {
  const client = new pg.Client({ host: '127.0.0.1', connectionTimeoutMillis: 5000, ...options });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    const notYet = error.code === '57P03' || error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET';
    if (notYet || /timeout|terminated/i.test(error.message)) return null;
    throw error;
  }
}

/** The application's own role owns its database and nothing else: it can read no file and run no program. */
async function prepareDatabase(admin, password) {
  const role = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [NAME]);
  if (role.rowCount === 0) {
    await admin.query(`CREATE ROLE ${NAME} LOGIN PASSWORD ${admin.escapeLiteral(password)}`);
  }
  const database = await admin.query('SELECT FROM pg_database WHERE datname = $1', [NAME]);
  if (database.rowCount === 0) await admin.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  await makeQuestionRole(admin, NAME);
}

/** @returns {Promise<number>} a port of this machine that nobody listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
