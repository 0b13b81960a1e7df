import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PlainError, report } from '../plain-error.mjs';
import { ROOT } from '../project.mjs';
import { build } from './build.mjs';
import { READER, READER_SOURCE, RECEIVER, RULES, watchReader } from './bundle.mjs';
import { Child } from './child.mjs';
import { cookieSecret } from './cookie-secret.mjs';
import { takeDataFolder } from './data-folder.mjs';
import { openDatabase } from './database.mjs';
import { listenProblem } from './listen-problem.mjs';
import { READER_OPTIONS } from './reader-options.mjs';
import { receiverSocket } from './receiver-socket.mjs';
import { RULES_COLUMNS_MB, RULES_OPTIONS } from './rules-options.mjs';
import { loadEnvironmentFile, readSettings } from './settings.mjs';
import { makeSetupLink } from './setup-link.mjs';

/** The heap is for the texts of the records that wait, and for the columns of a full segment. */
const RECEIVER_OPTIONS = ['--max-old-space-size=384'];

const say = (message) => console.log(message);

/**
 * Runs Trackway: the database, the web process and the reader process, until it is told to stop.
 * Returns when everything runs; throws a PlainError when it cannot.
 * @param {{ dev: boolean }} options `dev`: pages and the reader are rebuilt as their sources change
 */
export async function start({ dev }) {
  loadEnvironmentFile();
  const settings = readSettings(process.env);
  const stopping = new AbortController();
  /** What to undo, the last first. @type {(() => unknown)[]} */
  const undo = [];
  const stop = stopOnce(undo, stopping);
  onSignals(stop);
  try {
    undo.push(await takeDataFolder(settings.dataFolder));
    await refuseTakenPort(settings);
    const onLost = (error) => {
      report(error);
      stop(1);
    };
    const database = await openDatabase(settings, { say, onLost });
    undo.push(database.stop);
    stopping.signal.throwIfAborted();
    await build(dev ? ['client', 'reader'] : ['client', 'reader', 'web'], { say, signal: stopping.signal });
    stopping.signal.throwIfAborted();
    await startProcesses({ settings, dev, databaseUrl: database.url, undo });
  } catch (error) {
    if (stopping.signal.aborted) return;
    report(error);
    await stop(1);
  }
}

async function startProcesses({ settings, dev, databaseUrl, undo }) {
  const env = {
    DATABASE_URL: databaseUrl,
    TRACKWAY_DATA: settings.dataFolder,
    TRACKWAY_SOCKET: receiverSocket(settings.dataFolder),
    HOST: settings.host,
    PORT: String(settings.port),
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    TRACKWAY_ACCOUNTS: settings.accounts ? 'on' : 'off',
  };
  const secret = process.env.TRACKWAY_SECRET || cookieSecret(settings.dataFolder);
  const address = await startWeb({ env: { ...env, TRACKWAY_SECRET: secret }, undo });
  if (existsSync(READER_SOURCE)) {
    const reader = new Child({ name: 'reader', file: READER, env, options: READER_OPTIONS, say });
    undo.push(() => reader.stop());
    const receiver = new Child({ name: 'receiver', file: RECEIVER, env, options: RECEIVER_OPTIONS, say });
    undo.push(() => receiver.stop());
    const rulesEnv = { ...env, TRACKWAY_MEMORY_MB: RULES_COLUMNS_MB };
    const rules = new Child({ name: 'rules', file: RULES, env: rulesEnv, options: RULES_OPTIONS, say });
    undo.push(() => rules.stop());
    const restart = () => {
      reader.restart();
      receiver.restart();
      rules.restart();
    };
    if (dev) undo.push(await watchReader(restart));
  }
  const known = settings.origin ?? address;
  const setup = settings.accounts ? await makeSetupLink(databaseUrl) : null;
  if (setup !== null) {
    say('Trackway has accounts here, since others can reach it or TRACKWAY_ACCOUNTS says so, and nobody has one yet.');
    say(`Make the first administrator within ${setup.minutes} minutes, with this link that works once:`);
    say(`  ${known}${setup.path}`);
  }
  say(`Trackway is at ${known}`);
}

/** Resolves with the address once the web process answers; its death before that is the end, after that it is restarted. */
function startWeb({ env, undo }) {
  return new Promise((resolve, reject) => {
    let ready = false;
    const web = new Child({
      name: 'web',
      file: join(ROOT, 'scripts', 'web.mjs'),
      env,
      say,
      onMessage: (message) => {
        if (message?.ready) {
          ready = true;
          // Should the web process be started again, then at the same address.
          env.PORT = String(message.port);
          resolve(message.address);
        }
        if (message?.problem && !ready) reject(new PlainError(message.problem));
      },
      onExit: () => {
        if (!ready) reject(new PlainError('the web process ended before it was ready; the lines above say why.'));
        return ready;
      },
    });
    undo.push(() => web.stop());
  });
}

/** Asked before the slow steps; the web process finds out for itself should it be taken meanwhile. */
function refuseTakenPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new PlainError(listenProblem(error, host, port))));
    probe.listen({ host, port, exclusive: true }, () => probe.close(resolve));
  });
}

/** Undoes everything in turn and ends the process. A second call waits for the first. */
function stopOnce(undo, stopping) {
  let stopped;
  return (code) => {
    stopped ??= (async () => {
      stopping.abort();
      for (const step of undo.reverse()) await Promise.resolve(step()).catch(report);
      process.exit(code);
    })();
    return stopped;
  };
}

function onSignals(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  // A program that started us with a channel, as the tests do, has died.
  process.once('disconnect', () => stop(1));
}
