import { resolve } from 'node:path';
import { PlainError } from '../scripts/plain-error.mjs';
import { startInstance } from '../scripts/test/instance.mjs';
import { judge, sumUp } from './judge.mjs';
import { readManifest } from './manifest.mjs';
import { readFile } from './read-files.mjs';
import { describeFile, describeSum } from './report.mjs';

const HELP = `npm run conformance -- FOLDER
  Reads every file that FOLDER/MANIFEST.tsv lists through a Trackway of its own, and compares what it makes of them with what
  the manifest says. Columns: path, log_type, format. What is wrong is listed; --all lists every file.`;

/**
 * The conformance report, as its command line says. Ends with exit code 1 when a line or a byte was lost.
 * @param {{ args: string[], say: (message: string) => void }} call
 */
export async function runConformance({ args, say }) {
  const [folder] = args.filter((arg) => !arg.startsWith('--'));
  if (args.includes('--help') || folder === undefined) return say(HELP);
  const listed = readManifest(resolve(folder));
  say(`${listed.length} files`);
  const instance = await startInstance();
  try {
    const files = [];
    for (const entry of listed) files.push(...(await filesOf(instance.address, resolve(folder), entry)));
    const shown = args.includes('--all') ? files : files.filter(isWrong);
    for (const file of shown) say(describeFile(file));
    const sum = sumUp(files);
    say(describeSum(sum));
    if (sum.whole.right < sum.whole.of) process.exitCode = 1;
  } finally {
    await instance.stop();
    instance.remove();
  }
}

/** Files of an archive are judged for what was lost only: the manifest speaks of the archive. */
async function filesOf(address, folder, entry) {
  try {
    const answers = await readFile(address, folder, entry.path);
    return answers.map(({ path, read }) => ({
      entry: answers.length === 1 ? entry : { ...entry, path: `${entry.path}: ${path}` },
      read,
      verdict: judge(entry, read),
    }));
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const read = {
      format: null,
      type: null,
      lines: 0,
      linesRead: 0,
      events: 0,
      unparsed: 0,
      sameBytes: true,
      error: error.message,
    };
    return [{ entry, read, verdict: judge(entry, read) }];
  }
}

function isWrong({ verdict, read }) {
  return [verdict.whole, verdict.type, verdict.format].includes(false) || (verdict.claimed && read.unparsed > 0);
}
