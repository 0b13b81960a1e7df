import { fork } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PlainError } from '../scripts/plain-error.mjs';
import { ROOT } from '../scripts/project.mjs';
import { build } from '../scripts/start/build.mjs';
import { READER, RECEIVER, RULES } from '../scripts/start/bundle.mjs';
import { openDatabase } from '../scripts/start/database.mjs';
import { READER_OPTIONS } from '../scripts/start/reader-options.mjs';
import { receiverSocket } from '../scripts/start/receiver-socket.mjs';
import { RULES_COLUMNS_MB, RULES_OPTIONS } from '../scripts/start/rules-options.mjs';
import { parentOf } from './processes.mjs';

const EXIT_WITH_PARENT = new URL('../scripts/start/exit-with-parent.mjs', import.meta.url).href;

/**
 * Starts what `npm start` starts, built the same way and with the same settings, on a data folder that is thrown away.
 * @param {{ folder: string, environment: Record<string, string | undefined>, readerOptions: string[], say: (message: string) => void }} options `folder` must not exist; `environment` is
 * what the processes inherit;
 * `readerOptions` are Node's, for the reader process
 */
export async function startTrackway({ folder, environment, readerOptions, say }) {
  await build(['client', 'reader', 'web'], { say });
  mkdirSync(folder, { recursive: true });
  // PostgreSQL may have to run as another account, which must be able to walk through here.
  chmodSync(folder, 0o755);
  /** @type {(() => unknown)[]} */
  const undo = [() => removeData(folder)];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const settings = { dataFolder: folder, databaseUrl: null, host: '127.0.0.1', port: 0 };
    const onLost = (error) => say(error.message);
    const { url, stop: stopDatabase } = await openDatabase(settings, { say, onLost });
    undo.push(stopDatabase);
    const env = {
      ...environment,
      NEXT_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: 'warn',
      DATABASE_URL: url,
      TRACKWAY_DATA: folder,
      TRACKWAY_SOCKET: receiverSocket(folder),
      HOST: '127.0.0.1',
      PORT: '0',
      NODE_ENV: 'production',
    };
    let web = launch(join(ROOT, 'scripts', 'web.mjs'), env, []);
    undo.push(() => end(web));
    const address = await ready(web);
    const reader = launch(READER, env, [...READER_OPTIONS, ...readerOptions]);
    undo.push(() => end(reader));
    const receiver = launch(RECEIVER, env, []);
    undo.push(() => end(receiver));
    const rules = launch(RULES, { ...env, TRACKWAY_MEMORY_MB: RULES_COLUMNS_MB }, RULES_OPTIONS);
    undo.push(() => end(rules));
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    undo.push(() => database.end());
    const { rows } = await database.query(
      "SELECT pg_backend_pid() AS pid, current_setting('server_version') AS version",
    );
    const trackway = {
      address,
      database,
      pids: {
        web: web.pid,
        reader: reader.pid,
        receiver: receiver.pid,
        rules: rules.pid,
        postgres: parentOf(rows[0].pid),
      },
      postgresVersion: rows[0].version,
      stop,
      /** A web process that remembers nothing, in the place of the one there is. */
      async restartWeb() {
        await end(web);
        web = launch(join(ROOT, 'scripts', 'web.mjs'), env, []);
        trackway.address = await ready(web);
        trackway.pids.web = web.pid;
      },
    };
    return trackway;
  } catch (error) {
    await stop();
    throw error;
  }
}

function launch(file, env, options) {
  return fork(file, [], {
    cwd: ROOT,
    env,
    execArgv: ['--enable-source-maps', '--import', EXIT_WITH_PARENT, ...options],
    detached: true,
  });
}

function ready(web) {
  return new Promise((resolve, reject) => {
    web.on('message', (message) => {
      if (message?.ready) resolve(message.address);
      if (message?.problem) reject(new PlainError(message.problem));
    });
    web.once('exit', () =>
      reject(new PlainError('the web process ended before it was ready; the lines above say why.')),
    );
  });
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

function removeData(folder) {
  try {
    // Where PostgreSQL's account could not reach the folder, the database was put elsewhere.
    const { place } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'));
    if (place) rmSync(place, { recursive: true, force: true });
  } catch {
    // It was not made yet.
  }
  rmSync(folder, { recursive: true, force: true });
}
