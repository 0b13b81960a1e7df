import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settledWithin } from '../processes.mjs';
import { binary } from './binaries.mjs';
import { windowsRoot } from './cluster-folder.mjs';

const GUARD = fileURLToPath(new URL('./guard.sh', import.meta.url));
const LOG_BYTES_MAX = 10 * 1024 * 1024;
const FAST_STOP_MS = 60_000;

/** One run of the PostgreSQL program, under a guard that ends it when this process dies. */
export class ServerProcess {
  /** Fulfils with the exit code when the server has ended, for whatever reason. */
  exited;
  hasExited = false;
  #child;
  #logFile;
  #logStart;

  /**
   * @param {import('./cluster-folder.mjs').Cluster} cluster
   * @param {Record<string, string>} settings
   * @param {string} logFile
   */
  constructor(cluster, settings, logFile) {
    const { folder, binaries, account } = cluster;
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [binary(binaries, 'postgres'), '-D', folder, ...options];
    this.#logFile = logFile;
    this.#logStart = prepareLog(logFile);
    const log = openSync(logFile, 'a', 0o600);
    const [program, ...rest] = guarded(command);
    this.#child = spawn(program, rest, {
      ...account,
      cwd: folder,
      // A process group of its own: Ctrl-C in the terminal must reach only us, who then stop everything in order.
      detached: process.platform !== 'win32',
      stdio: ['pipe', log, log],
      windowsHide: true,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...windowsRoot() },
    });
    closeSync(log);
    this.#child.stdin.on('error', () => {});
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', (code) => resolve(code));
      this.#child.once('error', () => resolve(null));
    }).then((code) => {
      this.hasExited = true;
      this.#child.stdin.destroy();
      return code;
    });
  }

  /** What this run wrote to the log. */
  log() {
    return readFileSync(this.#logFile).subarray(this.#logStart).toString('utf8');
  }

  /** Ends the server: open transactions are rolled back, everything committed is written out. */
  async stop() {
    if (this.hasExited) return;
    this.#child.stdin.end();
    if (process.platform === 'win32') this.#child.kill('SIGINT');
    await settledWithin(this.exited, FAST_STOP_MS);
    if (this.hasExited) return;
    // It recovers at the next start.
    process.kill(process.platform === 'win32' ? this.#child.pid : -this.#child.pid, 'SIGKILL');
    await this.exited;
  }
}

/** The guard is passed as text: the account that runs it may not be able to read our folder. */
function guarded(command) {
  if (process.platform === 'win32') return command;
  return ['/bin/sh', '-c', readFileSync(GUARD, 'utf8'), 'trackway-postgres', ...command];
}

function prepareLog(logFile) {
  if (!existsSync(logFile)) return 0;
  const { size } = statSync(logFile);
  if (size <= LOG_BYTES_MAX) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}
