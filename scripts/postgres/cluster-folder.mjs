import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainError } from '../plain-error.mjs';
import { canReach, postgresAccount } from './account.mjs';
import { binary, findPostgres } from './binaries.mjs';

/**
 * @typedef {{
 *   folder: string,
 *   binaries: string,
 *   account: { uid: number, gid: number } | null,
 *   adminPassword: string,
 *   password: string,
 * }} Cluster `folder` is PostgreSQL's own; `account` runs it (null: whoever runs this process)
 */

/**
 * Finds the cluster of a data folder, making it first where there is none.
 * @param {string} dataFolder absolute; exists
 * @param {(message: string) => void} say
 * @returns {Promise<Cluster>}
 */
export async function openCluster(dataFolder, say) {
  const note = readNote(dataFolder) ?? makeNote(dataFolder, say);
  const folder = join(note.place ?? dataFolder, 'postgres');
  const account = existsSync(folder) ? ownerOf(folder) : postgresAccount();
  const { folder: binaries, major } = findPostgres(account);
  const { adminPassword, password } = note;
  const cluster = { folder, binaries, account, adminPassword, password };
  if (existsSync(folder)) refuseOtherMajor(folder, major);
  else await initialise(cluster, say);
  return cluster;
}

const noteName = 'postgres.json';

function readNote(dataFolder) {
  try {
    return JSON.parse(readFileSync(join(dataFolder, noteName), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    if (error.code === 'EACCES')
      throw new PlainError(`it may not read ${join(dataFolder, noteName)}; start it as the owner of that file.`);
    throw new PlainError(
      `${join(dataFolder, noteName)} is damaged (${error.message}); restore it, or choose another data folder with TRACKWAY_DATA.`,
    );
  }
}

function makeNote(dataFolder, say) {
  if (existsSync(join(dataFolder, 'postgres'))) {
    throw new PlainError(
      `${join(dataFolder, noteName)} is missing, and with it the password of the database beside it; restore it, or choose another data folder with TRACKWAY_DATA.`,
    );
  }
  const account = postgresAccount();
  const note = { adminPassword: newPassword(), password: newPassword() };
  if (!canReach(dataFolder, account)) {
    note.place = join('/var/lib/trackway', createHash('sha256').update(newPassword()).digest('hex').slice(0, 12));
    mkdirSync(note.place, { recursive: true, mode: 0o755 });
    say(`PostgreSQL runs as "${account.name}", which cannot reach ${dataFolder}; the database is in ${note.place}`);
  }
  const file = join(dataFolder, noteName);
  writeFileSync(`${file}.new`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return note;
}

function newPassword() {
  return randomBytes(24).toString('base64url');
}

/** As root we become the owner of the cluster; anybody else must be the owner. */
function ownerOf(folder) {
  if (process.platform === 'win32') return null;
  const { uid, gid } = statSync(folder);
  const own = process.getuid();
  if (uid === own && own !== 0) return null;
  if (own === 0 && uid !== 0) return { uid, gid };
  throw new PlainError(
    `the database in ${folder} belongs to another account (id ${uid}); start Trackway as that account, or choose another data folder with TRACKWAY_DATA.`,
  );
}

function refuseOtherMajor(folder, major) {
  const found = readMajor(join(folder, 'PG_VERSION'));
  if (found === major) return;
  throw new PlainError(
    `the database in ${folder} was made by PostgreSQL ${found}, and this version of Trackway brings PostgreSQL ${major}; ` +
      'start the version that made it, or choose another data folder with TRACKWAY_DATA.',
  );
}

function readMajor(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'of unknown version';
  }
}

/** Makes the cluster beside its final place and renames it, so that a half-made one is never taken for a whole one. */
async function initialise(cluster, say) {
  const { folder, binaries, account, adminPassword } = cluster;
  const unfinished = `${folder}.new`;
  const passwordFile = join(unfinished, '..', 'postgres.password');
  say('Creating the database');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
  if (account) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await promisify(execFile)(
      binary(binaries, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
      // Our own working directory may be one that the account cannot stand in.
      { ...account, cwd: unfinished, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...windowsRoot() } },
    );
  } catch (error) {
    throw new PlainError(
      `PostgreSQL could not make its database in ${folder}: ${String(error.stderr || error.message).trim()}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

/** Windows programs do not start without these. */
export function windowsRoot() {
  const { SystemRoot, TEMP } = process.env;
  return process.platform === 'win32' ? { SystemRoot, TEMP } : {};
}
