import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../scripts/plain-error.mjs';
import { generate, KINDS } from './generate/kinds.mjs';

/** What to look for in the logs of a folder, beside them. */
export const NEEDLES_FILE = 'needles.json';

/**
 * Logs of our own making: of each kind its share of so many events.
 * @param {{ events: number, kinds: string[], seed: string }} wanted
 * @returns {import('./feed.mjs').Log[]}
 */
export function generatedLogs({ events, kinds, seed }) {
  const chosen = KINDS.filter(({ name }) => kinds.includes(name));
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  return chosen.map((kind) => {
    const lines = Math.round((events * kind.share) / shares);
    return { kind: kind.name, file: kind.file, lines, bytes: () => generate(kind, lines, seed) };
  });
}

/**
 * The logs in a folder, each file a kind of its own, so that another engine can be measured on the same.
 * @param {string} folder
 * @returns {Promise<import('./feed.mjs').Log[]>}
 */
export async function logsIn(folder) {
  const files = readdirSync(folder).filter((name) => /\.(ndjson|json|log)$/.test(name) && name !== NEEDLES_FILE);
  if (files.length === 0) throw new PlainError(`${folder} holds no .ndjson, .json or .log file.`);
  const logs = [];
  for (const file of files.sort()) {
    const bytes = () => createReadStream(join(folder, file), { highWaterMark: 1024 * 1024 });
    logs.push({ kind: file.replace(/\.\w+$/, ''), file, lines: await countLines(bytes()), bytes });
  }
  return logs;
}

async function countLines(chunks) {
  let lines = 0;
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  return lines;
}
