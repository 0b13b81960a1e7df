import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { PlainError } from '../scripts/plain-error.mjs';
import { BUILD } from '../scripts/project.mjs';
import { benchDetections } from './detections/index.mjs';
import { describeFormats, measureFormats } from './format-speed.mjs';
import { KINDS } from './generate/kinds.mjs';
import { NEEDLES } from './generate/needles.mjs';
import { generatedLogs, logsIn, NEEDLES_FILE } from './logs.mjs';
import { describePatterns, measurePatterns } from './patterns.mjs';
import { describeProfiles } from './profile.mjs';
import { describeReceivers, measureReceivers } from './receivers.mjs';
import { describeResult } from './report.mjs';
import { runOnce } from './run.mjs';
import { describeSigma, measureSigma } from './sigma.mjs';
import { startTrackway } from './trackway.mjs';
import { describeWatch, measureWatch } from './watch.mjs';

const EVENTS = '1000000,5000000';
const RECEIVER_EVENTS = 100_000;
const WATCHED_EVENTS = 1_000_000;

const HELP = `npm run bench -- [options]
  --events N[,N…]    how many events, half a million as 500000 (default 1000000,5000000: one run for each)
  --kinds K[,K…]     of ${KINDS.map(({ name }) => name).join(', ')} (default all, 2:5:1:2)
  --logs FOLDER      the logs in this folder instead; needles.json beside them says what to look for
  --beside FILE      figures of another engine, a line of JSON {name, median, p95} for each operation
  --seed TEXT        other logs of the same make (default 1)
  --while-reading MB how long a refresh takes while a log of that size is read, against before
  --json FILE        the figures for a program
  --profile FOLDER   Node's CPU profiles of the reader there, and its costliest functions (slows it by a tenth)
  --write FOLDER     only write the logs there, one file a kind
  --receivers        only how fast each protocol of shippers is taken, over HTTP until it is acknowledged, and how soon a tail
                     shows what was
  --detections       only how much of planted attacks the detectors find, how much else, and what they cost
  --formats          only how fast each format is read, on one core, from its own examples
  --patterns FOLDER  only how well and how fast patterns are found in the labelled logs there, laid out as Loghub's
  --sigma FOLDER     only how many events a second 400 rules of Sigma there are asked about
  --rules FOLDER     only what the rules of Sigma there cost: over all that is stored, and on a stream`;

/**
 * The benchmark, as its command line says.
 * @param {{
 *   args: string[],
 *   environment: Record<string, string | undefined>,
 *   say: (message: string) => void,
 * }} call `environment` is what the processes inherit
 */
export async function runBench({ args, environment, say }) {
  const options = readOptions(args);
  if (options.help) say(HELP);
  else if (options.formats) say(describeFormats(await measureFormats()));
  else if (options.patterns) say(describePatterns(await measurePatterns(options.patterns)));
  else if (options.sigma) say(describeSigma(await measureSigma(options.sigma)));
  else if (options.rules) await benchWatch(options, environment, say);
  else if (options.detections) await benchDetections({ seed: options.seed, say });
  else if (options.receivers)
    say(describeReceivers(await measureReceivers({ ...receiverOptions(options), environment, say })));
  else if (options.write) await writeLogs(options, say);
  else await measure(options, environment, say);
}

async function benchWatch({ rules, events, counts, seed }, environment, say) {
  const folder = join(BUILD, `bench-${process.pid}`);
  const trackway = await startTrackway({ folder, environment, readerOptions: [], say });
  try {
    const stored = events === EVENTS ? WATCHED_EVENTS : counts[0];
    say(describeWatch(await measureWatch({ trackway, folder: rules, events: stored, seed, say })));
  } finally {
    await trackway.stop();
  }
}

/** A protocol is not measured on millions of events unless somebody asks for it. */
function receiverOptions({ counts, seed, events }) {
  return { events: events === EVENTS ? RECEIVER_EVENTS : counts[0], seed };
}

async function measure({ counts, kinds, seed, json, profile, logs: given, beside, reading }, environment, say) {
  if (!existsSync('/proc/self/stat')) {
    throw new PlainError('the benchmark counts CPU time and memory through /proc, which only Linux has.');
  }
  if (profile) mkdirSync(profile, { recursive: true });
  const results = [];
  const others = beside ? readOthers(beside) : new Map();
  for (const events of given ? [0] : counts) {
    const logs = given ? await logsIn(given) : generatedLogs({ events, kinds, seed });
    const folder = join(BUILD, `bench-${process.pid}`);
    const readerOptions = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    const needles = needlesOf(given);
    const result = await runOnce({ logs, needles, seed, folder, environment, readerOptions, reading, say });
    say(`\n${describeResult(result, others)}\n`);
    results.push(result);
    if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  }
  if (profile) say(`The reader's time, by function:\n${describeProfiles(profile)}`);
}

/** What to look for in the logs. */
function needlesOf(folder) {
  return folder ? JSON.parse(readFileSync(join(folder, NEEDLES_FILE), 'utf8')) : NEEDLES;
}

function readOthers(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  return new Map(lines.map((line) => JSON.parse(line)).map((figures) => [figures.name, figures]));
}

async function writeLogs({ counts, kinds, seed, write }, say) {
  mkdirSync(write, { recursive: true });
  for (const { file, lines, bytes } of generatedLogs({ events: counts[0], kinds, seed })) {
    const path = join(write, file);
    await pipeline(Readable.from(bytes(), { objectMode: false }), createWriteStream(path));
    say(`${path}: ${lines} events`);
  }
  writeFileSync(join(write, NEEDLES_FILE), `${JSON.stringify(NEEDLES, null, 2)}\n`);
}

function readOptions(args) {
  const { values } = parse(args);
  const kinds = values.kinds.split(',');
  const names = KINDS.map(({ name }) => name);
  const unknown = kinds.find((kind) => !names.includes(kind));
  if (unknown !== undefined) throw new PlainError(`there is no kind "${unknown}"; there are ${names.join(', ')}.`);
  const counts = values.events.split(',').map(Number);
  if (!counts.every((count) => Number.isInteger(count) && count >= kinds.length)) {
    throw new PlainError(`--events is "${values.events}"; it must be a whole number, or several with commas between.`);
  }
  const path = (text) => (text ? resolve(text) : null);
  return {
    ...values,
    counts,
    kinds,
    reading: megabytesOf(values['while-reading']),
    json: path(values.json),
    profile: path(values.profile),
    write: path(values.write),
    logs: path(values.logs),
    beside: path(values.beside),
    patterns: path(values.patterns),
    sigma: path(values.sigma),
    rules: path(values.rules),
  };
}

function megabytesOf(text) {
  const megabytes = Number(text);
  if (Number.isInteger(megabytes) && megabytes >= 0) return megabytes;
  throw new PlainError(`--while-reading is "${text}"; it must be a whole number of megabytes.`);
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        events: { type: 'string', default: EVENTS },
        kinds: { type: 'string', default: KINDS.map(({ name }) => name).join(',') },
        seed: { type: 'string', default: '1' },
        json: { type: 'string' },
        profile: { type: 'string' },
        write: { type: 'string' },
        logs: { type: 'string' },
        beside: { type: 'string' },
        'while-reading': { type: 'string', default: '0' },
        detections: { type: 'boolean', default: false },
        formats: { type: 'boolean', default: false },
        patterns: { type: 'string' },
        sigma: { type: 'string' },
        rules: { type: 'string' },
        receivers: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new PlainError(`${error.message}\n${HELP}`);
  }
}
