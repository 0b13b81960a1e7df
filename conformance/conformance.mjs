import { resolve } from 'node:path';
import { PlainError } from '../scripts/plain-error.mjs';
import { startInstance } from '../scripts/test/instance.mjs';
import { judge, sumUp } from './judge.mjs';
import { readManifest } from './manifest.mjs';
import { readFile } from './read-files.mjs';
import { describeFile, describeSum } from './report.mjs';
import { runTruth } from './truth/truth.mjs';

const HELP = `npm run conformance -- FOLDER
  Reads every file that FOLDER/MANIFEST.tsv lists through a Trackway of its own, and compares what it makes of them with what
  the manifest says. Columns: path, log_type, format. What is wrong is listed; --all lists every file.
  Then it compares what it reads with the ground truth in FOLDER, field by field: outputs of other parsers, logs cut into
  columns, tests of rules. Differences are explained or listed. --truth does only this, and needs no MANIFEST.tsv.`;

/**
 * The conformance report, as its command line says. Ends with exit code 1 when a line or a byte was lost, or when a difference
 * from ground truth has no explanation.
 * @param {{ args: string[], say: (message: string) => void }} call
 */
export async function runConformance({ args, say }) {
  const [folder] = args.filter((arg) => !arg.startsWith('--'));
  if (args.includes('--help') || folder === undefined) return say(HELP);
  const all = args.includes('--all');
  const listed = args.includes('--truth') ? [] : readManifest(resolve(folder));
  const instance = await startInstance();
  const { address } = instance;
  try {
    const whole =
      args.includes('--truth') || (await reportFiles({ address, folder: resolve(folder), listed, say, all }));
    const explained = await runTruth({ address, folder: resolve(folder), say, all });
    if (!(whole && explained)) process.exitCode = 1;
  } finally {
    await instance.stop();
    instance.remove();
  }
}

/** Says what became of every listed file; answers whether nothing was lost. */
async function reportFiles({ address, folder, listed, say, all }) {
  say(`${listed.length} files`);
  const files = [];
  for (const entry of listed) files.push(...(await filesOf(address, folder, entry)));
  for (const file of all ? files : files.filter(isWrong)) say(describeFile(file));
  const sum = sumUp(files);
  say(describeSum(sum));
  return sum.whole.right === sum.whole.of;
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
