import pg from 'pg';
import { migrate } from '../migrate.mjs';
import { PlainError } from '../plain-error.mjs';
import { startPostgres } from '../postgres/server.mjs';
import { MIGRATIONS } from '../project.mjs';
import { prepareQuestionRole } from '../question-role.mjs';

const CONNECT_PATIENCE_MS = 10_000;
const RESTARTS_MAX = 5;
const RESTARTS_WITHIN_MS = 120_000;

/**
 * The database, ready and with the schema of this version: the one that the settings name, or our own.
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ say: (message: string) => void, onLost: (error: Error) => void }} listeners `onLost` is called when our own
 * PostgreSQL ended and does not come back
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openDatabase(settings, { say, onLost }) {
  const database = settings.databaseUrl
    ? { url: settings.databaseUrl, stop: async () => {} }
    : await keepPostgres(settings.dataFolder, say, onLost);
  try {
    await applyMigrations(database.url, say);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** Starts PostgreSQL, and again on the same port when it is killed: whoever uses it need only connect again. */
async function keepPostgres(dataFolder, say, onLost) {
  let server = await startPostgres({ dataFolder, say });
  let stopping = false;
  const restarts = [];
  const watch = () => {
    server.exited.then(async () => {
      if (stopping) return;
      const now = Date.now();
      restarts.push(now);
      if (restarts.filter((time) => now - time < RESTARTS_WITHIN_MS).length > RESTARTS_MAX) {
        onLost(new PlainError(`PostgreSQL keeps ending; its log is in ${dataFolder}/postgres.log.`));
        return;
      }
      say('PostgreSQL ended unexpectedly; starting it again');
      try {
        server = await startPostgres({ dataFolder, say, port: server.port });
        if (stopping) await server.stop();
        else watch();
      } catch (error) {
        onLost(error);
      }
    });
  };
  watch();
  return {
    url: server.url,
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}

async function applyMigrations(url, say) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_PATIENCE_MS });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    const applied = await migrate(client, MIGRATIONS);
    if (applied.length > 0) say(`Applied ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}`);
    const problem = await prepareQuestionRole(client);
    if (problem) say(`Questions run in a read-only transaction, but not in a role of their own: ${problem}`);
  } finally {
    await client.end();
  }
}

/** Says where, but never the password. */
function unreachable(url, error) {
  const { hostname, port, pathname } = new URL(url);
  // Several addresses of one name give several errors and an empty message.
  const reason = error.message || error.errors?.[0]?.message || error.code;
  return new PlainError(
    `the database ${pathname.slice(1)} at ${hostname}:${port || 5432} (DATABASE_URL) cannot be used: ${reason}. ` +
      'Check that it is running and that the address, the user and the password are right.',
  );
}
