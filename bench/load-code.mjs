import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { BUILD, ROOT } from '../scripts/project.mjs';
import { BUNDLE } from '../scripts/start/bundle.mjs';

/**
 * Builds a module of the application's own code for Node, and loads it.
 * @param {string} name of the file that it becomes
 * @param {string} contents TypeScript that exports what is measured
 */
export async function loadCode(name, contents) {
  const outfile = join(BUILD, `${name}.mjs`);
  await build({ ...BUNDLE, stdin: { contents, resolveDir: ROOT, loader: 'ts' }, outfile, sourcemap: false });
  // Its service process would otherwise stay for as long as we do.
  await stop();
  return import(pathToFileURL(outfile).href);
}
