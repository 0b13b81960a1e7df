import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether a process with this id exists (it may belong to another account).
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * When a process began, in whatever words the system has for it, or null. Process ids are used again after a restart of
 * the machine or of a container; the pair of id and start is not.
 * @param {number} pid
 * @returns {string | null}
 */
export function startOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold spaces; the start is the 20th field after it.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    } catch {
      return null;
    }
  }
  return psField(pid, 'lstart=');
}

/**
 * The command line of a process, or null when it is gone or cannot be read.
 * @param {number} pid
 * @returns {string | null}
 */
export function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return null;
    }
  }
  return psField(pid, 'command=');
}

function psField(pid, field) {
  if (process.platform === 'win32') return null;
  try {
    return (
      execFileSync('ps', ['-o', field, '-p', String(pid)], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      }).trim() || null
    );
  } catch {
    return null;
  }
}

/** @param {number} milliseconds */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits for a promise, but not for longer than this.
 * @param {Promise<unknown>} promise
 * @param {number} milliseconds
 */
export async function settledWithin(promise, milliseconds) {
  let timer;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, patience]);
  clearTimeout(timer);
}
