import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { BUILD, ROOT } from '../project.mjs';
import { run } from '../run.mjs';
import { claimInTurn } from './claim.mjs';

/**
 * Installs the packages of the lock file when they are missing or other ones.
 * @param {(message: string) => void} say
 * @param {AbortSignal} [signal]
 */
export async function installPackages(say, signal) {
  if (isUpToDate()) return;
  const release = await claimInTurn(join(BUILD, 'installing.json'), ({ pid }) => {
    say(`Process ${pid} is installing packages here; waiting for it`);
  });
  try {
    if (!isUpToDate()) await install(say, signal);
  } finally {
    release();
  }
}

function isUpToDate() {
  const wanted = readJson(join(ROOT, 'package-lock.json'));
  return isInstalled(wanted, readJson(join(ROOT, 'node_modules', '.package-lock.json')));
}

async function install(say, signal) {
  say('Installing packages; this takes a minute or two');
  const { command, prefix } = npm(process.env.npm_execpath);
  try {
    // Building needs the development packages even where NODE_ENV is "production".
    await run(command, [...prefix, 'ci', '--include=dev', '--no-audit', '--no-fund'], { signal });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    throw new PlainError(
      `${error.message}\nThe packages could not be installed. The lines above say why; the npm registry must be reachable for this one step.`,
    );
  }
}

/**
 * Whether what npm has noted as installed is what the lock file asks for. Optional packages are left out: which of them
 * belong here depends on the machine.
 * @param {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> } | null} wanted
 * @param {typeof wanted} installed npm's own note in node_modules; it writes that last
 */
export function isInstalled(wanted, installed) {
  if (!(wanted && installed)) return false;
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true;
    const found = installed.packages[path];
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** The npm that started us, else the one on the path. */
export function npm(execPath) {
  if (execPath && /^npm(-cli)?\.[cm]?js$/.test(basename(execPath)))
    return { command: process.execPath, prefix: [execPath] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', prefix: [] };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
