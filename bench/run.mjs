import { cpus, totalmem } from 'node:os';
import { feed } from './feed.mjs';
import { KINDS } from './generate/kinds.mjs';
import { measureLatency } from './latency.mjs';
import { peakMemory } from './processes.mjs';
import { measureStorage } from './storage.mjs';
import { startTrackway } from './trackway.mjs';

/**
 * One run of the benchmark on an empty database: equal numbers of each kind, each kind a source of one file, one after the
 * other, then storage and latency.
 * @param {{
 *   events: number,
 *   kinds: string[],
 *   seed: string,
 *   folder: string,
 *   environment: Record<string, string | undefined>,
 *   readerOptions: string[],
 *   say: (message: string) => void,
 * }} options
 */
export async function runOnce({ events, kinds, seed, folder, environment, readerOptions, say }) {
  const chosen = KINDS.filter(({ name }) => kinds.includes(name));
  const trackway = await startTrackway({ folder, environment, readerOptions, say });
  try {
    const loads = [];
    for (const kind of chosen) {
      say(`Feeding ${kind.name}`);
      loads.push(await feed(trackway, kind, Math.round(events / chosen.length), seed));
    }
    const memory = { reader: peakMemory(trackway.pids.reader), web: peakMemory(trackway.pids.web) };
    const storage = await measureStorage(trackway.database);
    say('Asking');
    const latency = await measureLatency(trackway.address);
    return {
      machine: machine(trackway.postgresVersion),
      seed,
      events: loads.reduce((count, load) => count + load.events, 0),
      loads,
      total: totalOf(loads),
      storage,
      memory,
      latency,
    };
  } finally {
    await trackway.stop();
  }
}

function machine(postgres) {
  const [processor] = cpus();
  return {
    cpus: cpus().length,
    cpu: processor?.model.trim() ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    postgres,
  };
}

function totalOf(loads) {
  const sum = (value) => loads.reduce((total, load) => total + value(load), 0);
  return {
    kind: 'all',
    events: sum((load) => load.events),
    bytes: sum((load) => load.bytes),
    unparsed: sum((load) => load.unparsed),
    seconds: sum((load) => load.seconds),
    cpu: {
      reader: sum((load) => load.cpu.reader),
      postgres: sum((load) => load.cpu.postgres),
      web: sum((load) => load.cpu.web),
    },
    load: sum((load) => load.load) / loads.length,
  };
}
