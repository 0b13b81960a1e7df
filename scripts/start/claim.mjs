import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, sleep, startOf } from '../processes.mjs';

/**
 * @typedef {{ pid: number, start: string | null, since: string }} Owner
 */

/**
 * Makes this process the owner of whatever the file stands for, unless a living process is. A file left by one that died
 * does not count, even where its process id has been given to another since.
 * @param {string} file its folder is made when missing
 * @returns {Promise<{ owner: Owner } | { release: () => void }>} the owner there is, or the way to give it up again
 */
export async function claim(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${randomUUID()}`;
  const owner = { pid: process.pid, start: startOf(process.pid), since: new Date().toISOString() };
  writeFileSync(mine, JSON.stringify(owner));
  try {
    for (;;) {
      if (tryLink(mine, file)) break;
      const other = readOwner(file);
      if (other && isHeldBy(other)) return { owner: other };
      // Moving it away is done by one only, should several find the same remains.
      const remains = `${mine}.old`;
      renameIfThere(file, remains);
      const moved = readOwner(remains);
      if (moved && isHeldBy(moved)) tryLink(remains, file);
      rmSync(remains, { force: true });
      await sleep(20);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return { release: () => release(file) };
}

/**
 * The same, but waits for its turn.
 * @param {string} file
 * @param {(owner: Owner) => void} onWait called once when it has to
 * @returns {Promise<() => void>} the way to give it up again
 */
export async function claimInTurn(file, onWait) {
  for (let waited = false; ; waited = true) {
    const result = await claim(file);
    if ('release' in result) return result.release;
    if (!waited) onWait(result.owner);
    await sleep(500);
  }
}

function isHeldBy({ pid, start }) {
  return isAlive(pid) && startOf(pid) === start;
}

function release(file) {
  if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function renameIfThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** @returns {Owner | null} */
function readOwner(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
