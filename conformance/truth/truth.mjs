import { compare } from './compare.mjs';
import { findTruth } from './find-truth.mjs';
import { TRUTH_KINDS } from './kinds.mjs';
import { readStatements } from './read-statements.mjs';
import { readText } from './read-text.mjs';
import { describeTruth } from './truth-report.mjs';

/**
 * Compares what Trackway reads with the ground truth that a folder holds, and says what came of it.
 * @param {{ address: string, folder: string, say: (message: string) => void, all?: boolean }} call `all` lists the explained
 *   differences too
 * @returns {Promise<boolean>} whether every difference is explained
 */
export async function runTruth({ address, folder, say, all = false }) {
  const found = findTruth(folder, TRUTH_KINDS);
  if (found.length === 0) {
    say(`There is no ground truth in ${folder}: ${TRUTH_KINDS.map(({ name }) => name).join(', ')} were looked for.`);
    return true;
  }
  const files = [];
  for (const { path, kind, statements } of found) {
    const events = await readStatements(statements, (text) => readText(address, text));
    const compared = statements.map((statement, place) => compare(kind, statement, events[place]));
    files.push({ path, kind, compared });
  }
  say(describeTruth(files, all));
  return files.every(({ compared }) =>
    compared.every(({ differences }) => differences.every(({ because }) => because !== null)),
  );
}
