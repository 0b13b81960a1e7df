import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.mjs';
import { BUILD } from '../project.mjs';
import { run } from '../run.mjs';
import { build } from './build.mjs';

const USAGE = 'npm run sample -- --out FOLDER [--seed 7] [--volume 1]';

/**
 * Writes the sample incident of a seed into a folder: the logs, and `truth.json` with what is in them. `--volume` says how
 * much of the everyday there is beside the attack.
 * @param {{ args: string[], say: (message: string) => void }} options
 */
export async function writeSample({ args, say }) {
  const { out, seed, volume } = read(args);
  await build(['client', 'reader'], { say });
  await run(process.execPath, [join(BUILD, 'sample.mjs'), resolve(out), seed, volume], { show: true });
}

function read(args) {
  const options = {
    out: { type: 'string' },
    seed: { type: 'string', default: '7' },
    volume: { type: 'string', default: '1' },
  };
  try {
    const { values } = parseArgs({ args, options });
    if (!values.out) throw new Error('--out says into which folder');
    if (!/^\d{1,9}$/.test(values.seed)) throw new Error('--seed is a whole number');
    if (!/^\d{1,2}(\.\d{1,4})?$/.test(values.volume)) throw new Error('--volume is a number, 1 for the usual week');
    return values;
  } catch (error) {
    throw new PlainError(`${error.message}: ${USAGE}`);
  }
}
