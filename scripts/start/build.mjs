import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, ROOT } from '../project.mjs';
import { run } from '../run.mjs';
import { bundleReader, READER, READER_SOURCE } from './bundle.mjs';
import { claimInTurn } from './claim.mjs';
import { fingerprint } from './stale.mjs';

const MADE = join(BUILD, 'made.json');
const NODE = process.execPath;

/**
 * What is made from what. `output` is the last thing that making it writes.
 * @type {Record<string, { inputs: string[], output: string, make: (signal?: AbortSignal) => Promise<unknown> }>}
 */
const STEPS = {
  client: {
    inputs: ['package-lock.json', 'prisma/schema.prisma'],
    output: join(ROOT, 'lib', 'generated', 'prisma', 'client.ts'),
    make: generateClient,
  },
  reader: {
    inputs: ['package-lock.json', 'tsconfig.json', 'prisma/schema.prisma', 'lib', 'scripts/start/bundle.mjs'],
    output: READER,
    make: bundleReader,
  },
  web: {
    inputs: [
      'package-lock.json',
      'tsconfig.json',
      'next.config.mjs',
      'postcss.config.mjs',
      'prisma/schema.prisma',
      'app',
      'components',
      'lib',
    ],
    output: join(ROOT, '.next', 'BUILD_ID'),
    make: (signal) => run(NODE, [bin('next', 'dist/bin/next'), 'build'], { signal, env: quiet }),
  },
};

const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

/**
 * Makes those of the named steps whose inputs changed since they were made.
 * @param {('client' | 'reader' | 'web')[]} steps in order
 * @param {{ say?: (message: string) => void, signal?: AbortSignal }} options
 */
export async function build(steps, { say = () => {}, signal } = {}) {
  const release = await claimInTurn(join(BUILD, 'building.json'), ({ pid }) =>
    say(`Process ${pid} is building here; waiting for it`),
  );
  try {
    for (const name of steps) await makeWhenStale(name, say, signal);
  } finally {
    release();
  }
}

async function makeWhenStale(name, say, signal) {
  const { inputs, output, make } = STEPS[name];
  if (name === 'reader' && !existsSync(READER_SOURCE)) return;
  const now = fingerprint(ROOT, inputs, isBuildInput);
  if (readMade()[name] === now && existsSync(output)) return;
  if (name === 'web') say('Building; this takes a minute');
  // Forgotten first, so that a build that is interrupted is not taken for a finished one.
  writeMade(name, undefined);
  await make(signal);
  writeMade(name, now);
}

/** Tests and what is generated do not go into a build. */
export function isBuildInput(path) {
  return !/\.test\.tsx?$/.test(path) && !path.startsWith('lib/generated/');
}

function readMade() {
  try {
    return JSON.parse(readFileSync(MADE, 'utf8'));
  } catch {
    return {};
  }
}

function writeMade(name, value) {
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(`${MADE}.new`, JSON.stringify({ ...readMade(), [name]: value }));
  renameSync(`${MADE}.new`, MADE);
}

function generateClient(signal) {
  return run(NODE, [bin('prisma', 'build/index.js'), 'generate'], {
    signal,
    env: {
      // Generating needs no schema engine, but looks for it and would download it: any program satisfies it.
      PRISMA_SCHEMA_ENGINE_BINARY: NODE,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
}

/** The program of an installed package; started with Node itself it needs no shell, on any system. */
export function bin(name, path) {
  return join(ROOT, 'node_modules', name, path);
}
