import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Files that are larger are not opened: ground truth is written or checked by people. */
const BYTES_MAX = 64 * 1024 * 1024;

/**
 * The ground truth in a folder and the folders in it, file by file.
 * @param {string} folder
 * @param {readonly import('./truth-kind.mjs').TruthKind[]} kinds
 */
export function findTruth(folder, kinds) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter(isReadable)
    .sort();
  return paths.flatMap((path) => {
    const found = statementsIn(path, paths, kinds);
    return found === null ? [] : [{ path: relative(folder, path), ...found }];
  });
}

function isReadable(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= BYTES_MAX;
}

function statementsIn(path, paths, kinds) {
  const name = basename(path);
  const asked = kinds.filter((kind) => kind.files.test(name));
  if (asked.length === 0) return null;
  const file = { name, text: readFileSync(path, 'utf8'), twin: (other) => twinOf(path, other, paths) };
  for (const kind of asked) {
    const statements = kind.read(file);
    if (statements !== null && statements.length > 0) return { kind, statements };
  }
  return null;
}

/** The text of a file that belongs to another: in the same folder, or of a name that ends so. */
function twinOf(path, name, paths) {
  const beside = paths.filter((other) => dirname(other) === dirname(path));
  const twin =
    beside.find((other) => basename(other) === name) ?? beside.find((other) => basename(other).endsWith(`__${name}`));
  return twin === undefined ? null : readFileSync(twin, 'utf8');
}
