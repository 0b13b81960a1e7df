import { cpus, totalmem } from 'node:os';
import { feed } from './feed.mjs';
import { measureOperation, operationsOn } from './operations.mjs';
import { peakMemory, residentMemory } from './processes.mjs';
import { measureStorage } from './storage.mjs';
import { startTrackway } from './trackway.mjs';
import { measureWhileReading } from './while-reading.mjs';

/**
 * One run of the benchmark on an empty database: each log a source of one file, one after the other, then storage and the
 * time that operations take, with nothing in memory and with what they need; last, while `reading` megabytes are read.
 * @param {{
 *   logs: import('./feed.mjs').Log[],
 *   needles: typeof import('./generate/needles.mjs').NEEDLES,
 *   seed: string,
 *   folder: string,
 *   environment: Record<string, string | undefined>,
 *   readerOptions: string[],
 *   reading: number,
 *   say: (message: string) => void,
 * }} options
 */
export async function runOnce({ logs, needles, seed, folder, environment, readerOptions, reading, say }) {
  const trackway = await startTrackway({ folder, environment, readerOptions, say });
  try {
    const loads = [];
    for (const log of logs) {
      say(`Feeding ${log.kind}`);
      loads.push(await feed(trackway, log));
    }
    const reader = peakMemory(trackway.pids.reader);
    const storage = await measureStorage(trackway.database);
    const operations = [];
    for (const operation of operationsOn(needles)) {
      say(`Asking: ${operation.name}`);
      // Each begins with a web process that has nothing in memory.
      await trackway.restartWeb();
      const idle = residentMemory(trackway.pids.web);
      const measured = await measureOperation(trackway.address, operation);
      operations.push({ ...measured, memory: { idle, after: residentMemory(trackway.pids.web) } });
    }
    const [page] = operationsOn(needles);
    const whileReading = reading === 0 ? null : await measureWhileReading(trackway, page, reading);
    const memory = { reader, web: Math.max(...operations.map(({ memory: { after } }) => after ?? 0)) };
    return {
      machine: machine(trackway.postgresVersion),
      seed,
      events: loads.reduce((count, load) => count + load.events, 0),
      loads,
      total: totalOf(loads),
      storage,
      memory,
      operations,
      whileReading,
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
