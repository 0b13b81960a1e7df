import { join } from 'node:path';
import { context, build as esbuild, stop } from 'esbuild';
import { BUILD, ROOT } from '../project.mjs';

export const READER = join(BUILD, 'reader.mjs');
export const RECEIVER = join(BUILD, 'receiver.mjs');
export const RULES = join(BUILD, 'rules.mjs');
export const READER_SOURCE = join(ROOT, 'lib', 'ingest', 'reader-process.ts');

/** How a program is made of a part of lib/. */
export const BUNDLE = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { '@': ROOT },
  sourcemap: true,
  logLevel: 'warning',
};

/** What runs outside of Next: the reader, the receiver and the rules process, `npm run columns`, `npm run sample`, the threads of the web process that scan columns and make the sample; and the process in which the reader runs the detectors. */
const options = {
  ...BUNDLE,
  entryPoints: {
    reader: READER_SOURCE,
    receiver: join(ROOT, 'lib', 'ingest', 'receiver-process.ts'),
    rules: join(ROOT, 'lib', 'watch', 'rules-process.ts'),
    sample: join(ROOT, 'lib', 'ingest', 'sample-process.ts'),
    detection: join(ROOT, 'lib', 'ingest', 'detection-process.ts'),
    'sample-thread': join(ROOT, 'lib', 'ingest', 'sample-thread.ts'),
    'rebuild-columns': join(ROOT, 'lib', 'ingest', 'rebuild-process.ts'),
    'scan-thread': join(ROOT, 'lib', 'store', 'columns', 'scan-thread.ts'),
  },
  outdir: BUILD,
  outExtension: { '.js': '.mjs' },
};

/** Makes one file of each of them and the part of lib/ that it uses. */
export async function bundleReader() {
  await esbuild(options);
  // Its service process would otherwise stay for as long as we do.
  await stop();
}

/**
 * The same now and after every change.
 * @param {() => void} onBundle called after each but the first
 * @returns {Promise<() => Promise<void>>} ends the watch
 */
export async function watchReader(onBundle) {
  let first = true;
  const announce = {
    name: 'announce',
    setup: (build) =>
      build.onEnd(({ errors }) => {
        if (!first && errors.length === 0) onBundle();
        first = false;
      }),
  };
  const watched = await context({ ...options, plugins: [announce] });
  await watched.watch();
  return () => watched.dispose();
}
