import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { claim } from './claim.mjs';

/**
 * Makes the data folder ours for as long as we run; throws a PlainError when it cannot be used or another Trackway has it.
 * @param {string} folder
 * @returns {Promise<() => unknown>} gives it back
 */
export async function takeDataFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new PlainError(
      `the data folder ${folder} cannot be used (${error.message}); choose another with TRACKWAY_DATA.`,
    );
  }
  const result = await claim(join(folder, 'owner.json'));
  if ('release' in result) return result.release;
  const { pid, since } = result.owner;
  throw new PlainError(
    `another Trackway (process ${pid}, started ${since}) uses the data folder ${folder}; stop it, or choose another folder with TRACKWAY_DATA.`,
  );
}
