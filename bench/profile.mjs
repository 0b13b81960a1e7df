import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROWS = 30;

/**
 * Where a process spent its time, from the profiles that Node left in a folder (`--cpu-prof-dir`): the functions that were
 * on top of the stack most often, with their share.
 * @param {string} folder
 * @returns {string}
 */
export function describeProfiles(folder) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
    addProfile(JSON.parse(readFileSync(join(folder, name), 'utf8')), times);
  }
  times.delete('(idle)');
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const top = [...times].sort((one, other) => other[1] - one[1]).slice(0, ROWS);
  return top
    .map(
      ([name, time]) =>
        `${((100 * time) / total).toFixed(1).padStart(5)} %  ${(time / 1e6).toFixed(2).padStart(6)} s  ${name}`,
    )
    .join('\n');
}

function addProfile({ nodes, samples, timeDeltas }, times) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '(unknown)';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
}

function nameOf({ functionName, url, lineNumber }) {
  const file = url.slice(url.lastIndexOf('/') + 1);
  return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`;
}
