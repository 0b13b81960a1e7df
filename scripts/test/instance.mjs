import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { settledWithin } from '../processes.mjs';
import { ROOT } from '../project.mjs';

const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 60_000;

/**
 * Starts Trackway as a person would, on a free port, and waits until it says where it is.
 * @param {{ dataFolder?: string, env?: Record<string, string> }} options a folder of its own when none is named
 */
export async function startInstance({ dataFolder = newDataFolder(), env = {} } = {}) {
  const instance = launchInstance({ dataFolder, env });
  await settledWithin(Promise.race([instance.address, instance.exited]), START_PATIENCE_MS);
  const address = addressIn(instance.output());
  if (!address) {
    instance.child.kill('SIGTERM');
    throw new PlainError(`Trackway did not start:\n${instance.output()}`);
  }
  return {
    address,
    dataFolder,
    child: instance.child,
    exited: instance.exited,
    output: instance.output,
    async stop() {
      instance.child.kill('SIGTERM');
      await settledWithin(instance.exited, STOP_PATIENCE_MS);
    },
    remove: () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

/** Starts it without waiting: it may be meant to fail. */
export function launchInstance({ dataFolder, env = {} }) {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    // NODE_ENV of a test run must not become that of the instance.
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '',
      DATABASE_URL: '',
      TRACKWAY_DATA: dataFolder,
      ...env,
    },
    // The channel ends it when this process dies.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let found;
  const address = new Promise((resolve) => {
    found = resolve;
  });
  const keep = (chunk) => {
    output += chunk;
    if (addressIn(output)) found();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return { child, address, exited, output: () => output };
}

/** A folder that other accounts can walk through, as PostgreSQL's must when we are root. */
export function newDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'trackway-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

function addressIn(output) {
  return /^Trackway is at (\S+)$/m.exec(output)?.[1];
}
