import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/plain-error.mjs';
import { loadCode } from './load-code.mjs';

const RUNS = 5;

/**
 * How well the patterns of lines are found, by logs that people have labelled, and how fast on one core. Measured as by Zhu et al.,
 * "Tools and Benchmarks for Automated Log Parsing" (ICSE-SEIP 2019) and Jiang et al., "A Large-Scale Evaluation for Log Parsing
 * Techniques" (ISSTA 2024).
 * @param {string} folder searched for Loghub's `*structured*.csv`, with columns `Content` and `EventTemplate`; of the two
 * files of one system the one that says `corrected` counts
 * @returns {Promise<{ system: string, lines: number, labelled: number, found: number, accuracy: number, f1: number,
 *   linesPerSecond: number }[]>} `accuracy`: the share of lines in a group that is exactly a labelled one (GA); `f1`: of the groups (FGA)
 */
export async function measurePatterns(folder) {
  const files = labelledFiles(folder);
  if (files.size === 0)
    throw new PlainError(`${folder} holds no file named *structured*.csv; give a folder of Loghub's`);
  const PatternMiner = await loadMiner();
  return Array.from(files, ([system, file]) => {
    const rows = labelledLines(file);
    const lines = rows.map(({ line }) => line);
    const miner = new PatternMiner();
    const shapes = lines.map((line) => miner.shapeOf(line));
    const found = groupsOf(shapes.map(({ pattern }) => pattern));
    const labelled = groupsOf(rows.map(({ label }) => label));
    return {
      ...{ system, lines: lines.length, labelled: labelled.size, found: found.size },
      ...agreement(found, labelled, lines.length),
      linesPerSecond: speedOf(PatternMiner, lines),
    };
  }).sort((one, other) => (one.system < other.system ? -1 : 1));
}

/** The table of what was measured, with the averages over the systems. */
export function describePatterns(measured) {
  const average = (of) => measured.reduce((sum, each) => sum + of(each), 0) / measured.length;
  const row = (system, accuracy, f1, found, labelled, speed) =>
    [
      system.padEnd(16),
      ...[accuracy.toFixed(3), f1.toFixed(3), found, labelled, Math.round(speed)].map((cell) =>
        String(cell).padStart(9),
      ),
    ].join('');
  return [
    `${'system'.padEnd(16)}${['GA', 'FGA', 'found', 'labelled', 'lines/s'].map((name) => name.padStart(9)).join('')}`,
    ...measured.map((each) => row(each.system, each.accuracy, each.f1, each.found, each.labelled, each.linesPerSecond)),
    row(
      'average',
      average(({ accuracy }) => accuracy),
      average(({ f1 }) => f1),
      '',
      '',
      average(({ linesPerSecond }) => linesPerSecond),
    ),
  ].join('\n');
}

/** @returns {Map<string, string>} files by the system whose lines they have */
function labelledFiles(folder) {
  const files = new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /structured.*\.csv$/.test(name),
  );
  // `corrected` comes last.
  for (const name of names.sort(
    (one, other) => Number(one.includes('corrected')) - Number(other.includes('corrected')),
  )) {
    const system = /([A-Za-z0-9]+)_(?:2k|full)/.exec(basename(name))?.[1] ?? basename(name);
    files.set(system, join(folder, name));
  }
  return files;
}

function labelledLines(file) {
  const [head = [], ...rows] = parseCsv(readFileSync(file, 'utf8'));
  const [line, label] = [head.indexOf('Content'), head.indexOf('EventTemplate')];
  if (line < 0 || label < 0) throw new PlainError(`${file} has no columns Content and EventTemplate`);
  return rows.filter((row) => row.length > label).map((row) => ({ line: row[line], label: row[label] }));
}

/** RFC 4180. */
function parseCsv(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, bare, end] = cell.exec(text) ?? [];
    if (end === undefined) throw new PlainError(`the file is no CSV at character ${cell.lastIndex}`);
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
}

/** @returns {Map<unknown, number[]>} the numbers of the lines in each group */
function groupsOf(keys) {
  const groups = new Map();
  for (const [index, key] of keys.entries()) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups;
}

function agreement(found, labelled, lines) {
  const sets = new Set(Array.from(labelled.values(), (group) => group.join()));
  const exact = [...found.values()].filter((group) => sets.has(group.join()));
  const [precision, recall] = [exact.length / found.size, exact.length / labelled.size];
  return {
    accuracy: exact.reduce((sum, group) => sum + group.length, 0) / lines,
    f1: exact.length === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Lines in a CPU second, none of whose shapes is known at first; the best of a few runs. */
function speedOf(PatternMiner, lines) {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const miner = new PatternMiner();
    const started = process.cpuUsage();
    for (const line of lines) miner.shapeOf(line);
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1e6);
  }
  return lines.length / best;
}

async function loadMiner() {
  const { PatternMiner } = await loadCode('patterns', "export { PatternMiner } from '@/lib/patterns';");
  return PatternMiner;
}
