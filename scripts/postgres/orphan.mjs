import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from '../plain-error.mjs';
import { commandOf, isAlive } from '../processes.mjs';
import { binary } from './binaries.mjs';

/**
 * Ends a PostgreSQL that an earlier start left on this cluster, and removes the note of one that is gone: its process id
 * may belong to somebody else by now, and PostgreSQL would then refuse to start.
 * @param {import('./cluster-folder.mjs').Cluster} cluster
 */
export async function stopOrphan({ folder, binaries, account }) {
  const note = join(folder, 'postmaster.pid');
  const pid = readPid(note);
  if (pid === null) return;
  if (isPostgresOf(pid, folder)) {
    try {
      await promisify(execFile)(binary(binaries, 'pg_ctl'), ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '120'], {
        ...account,
        cwd: folder,
      });
    } catch (error) {
      throw new PlainError(
        `an earlier PostgreSQL (process ${pid}) still holds ${folder} and does not stop: ${String(error.stderr || error.message).trim()}`,
      );
    }
  }
  rmSync(note, { force: true });
}

function readPid(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}

function isPostgresOf(pid, folder) {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  // Windows does not tell; PostgreSQL's own lock decides there.
  if (command === null) return process.platform === 'win32';
  return command.includes('postgres') && command.includes(folder);
}
