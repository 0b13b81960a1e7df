import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const FOLDERS = ['usr/bin', 'usr/sbin', 'bin', 'sbin', 'lib/systemd', 'usr/lib/systemd'];
const WAIT_MS = 20_000;
const PAUSE_MS = 20;

/** A program of a distribution, installed or unpacked. */
export interface Program {
  readonly path: string;
  /** Folders with its modules, among those named: such as `rsyslog` below the folders of libraries. */
  modules(folder: string): string[];
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Finds a program on this machine or below TRACKWAY_SHIPPERS, a folder into which packages were unpacked (`dpkg-deb -x`). Null:
 * it is not here.
 */
export function findProgram(name: string, environment: NodeJS.ProcessEnv): Program | null {
  const unpacked = environment.TRACKWAY_SHIPPERS;
  if (unpacked !== undefined && unpacked !== '') {
    const path = below(unpacked, name);
    if (path !== null) return programOf(unpacked, path, environment);
  }
  const folders = (environment.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  const path = folders.find((candidate) => existsSync(candidate)) ?? below('/', name);
  return path === null ? null : programOf('/', path, environment);
}

function below(root: string, name: string): string | null {
  return FOLDERS.map((folder) => join(root, folder, name)).find((path) => existsSync(path)) ?? null;
}

function programOf(root: string, path: string, inherited: NodeJS.ProcessEnv): Program {
  const libraries = ['usr/lib', 'lib']
    .map((folder) => join(root, folder))
    .flatMap((folder) => [folder, ...foldersIn(folder)]);
  const known = libraries.filter((folder) => /\/lib$|-linux-gnu$|\/syslog-ng$|\/systemd$/.test(folder));
  const modules = (folder: string) => known.map((library) => join(library, folder)).filter((one) => existsSync(one));
  const environment = root === '/' ? inherited : { ...inherited, LD_LIBRARY_PATH: known.join(delimiter) };
  return { path, modules, environment };
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => join(folder, name));
}

/** Runs a program to its end. Throws, with what it wrote, when it fails. */
export async function runProgram({ path, environment }: Program, given: readonly string[]): Promise<void> {
  await promisify(execFile)(path, given, { env: environment, timeout: WAIT_MS });
}

/** A program that runs until it is stopped. */
export interface Daemon {
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a program, and waits for the file that shows that it is ready. Throws, with what it wrote, when it ends before. */
export async function startDaemon(program: Program, given: readonly string[], ready: string): Promise<Daemon> {
  const child = spawn(program.path, given, { env: program.environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let wrote = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (text) => (wrote += String(text)));
  const end = Date.now() + WAIT_MS;
  while (!existsSync(ready)) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop(child);
      throw new Error(`${program.path} did not start: ${wrote}`);
    }
    await sleep(PAUSE_MS);
  }
  return { stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
