import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * A fingerprint of the named files and folders: it changes with any name or content, not with times, which a checkout sets
 * anew. What is missing counts as missing.
 * @param {string} root
 * @param {string[]} inputs relative to `root`
 * @param {(path: string) => boolean} [isInput] asked with a path relative to `root`, with slashes
 */
export function fingerprint(root, inputs, isInput = () => true) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesIn(join(root, input))) {
      const path = relative(root, file).split(sep).join('/');
      if (!isInput(path)) continue;
      const content = readFileSync(file);
      hash.update(`${path}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
