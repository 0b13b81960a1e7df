import { loadCode } from './load-code.mjs';

const BYTES = 4 * 1024 * 1024;
const RUNS = 3;
const MB = 1e6;

/**
 * How fast records of each format are read, all layers, on one core: its own examples over and over, without blocks and
 * Postgres. The best of a few runs, in MB of text a CPU second.
 * @returns {Promise<{ format: string, bytes: number, megabytesPerSecond: number }[]>} the slowest first; `bytes` an event
 */
export async function measureFormats() {
  const { FORMATS, Passes, newContext, newEvent } = await loadFormats();
  return FORMATS.map((format) => {
    const texts = format.examples.filter(({ event }) => event !== null).map(({ text }) => text);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const rounds = Math.max(1, Math.round(BYTES / bytes));
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run += 1) {
      const passes = new Passes();
      const context = newContext();
      for (const line of format.examples.flatMap(({ before = [] }) => before)) passes.read(line, newEvent(), context);
      const started = process.cpuUsage();
      for (let round = 0; round < rounds; round += 1) for (const text of texts) passes.read(text, newEvent(), context);
      const { user, system } = process.cpuUsage(started);
      best = Math.min(best, (user + system) / 1e6);
    }
    return {
      format: format.name,
      bytes: Math.round(bytes / texts.length),
      megabytesPerSecond: (rounds * bytes) / MB / best,
    };
  }).sort((one, other) => one.megabytesPerSecond - other.megabytesPerSecond);
}

/** The table of what was measured. */
export function describeFormats(measured) {
  const rows = measured.map(
    ({ format, bytes, megabytesPerSecond }) =>
      `${format.padEnd(28)} ${megabytesPerSecond.toFixed(0).padStart(6)}  ${String(bytes).padStart(6)}`,
  );
  return [`${'format'.padEnd(28)} ${'MB/s'.padStart(6)}  ${'bytes'.padStart(6)}`, ...rows].join('\n');
}

function loadFormats() {
  return loadCode(
    'format-speed',
    `
        import { LogEvent } from '@/lib/events';
        import { Clock, OBJECT_FORMATS, ReadContext, TEXT_FORMATS } from '@/lib/formats';
        export { Passes } from '@/lib/ingest/passes';
        export const FORMATS = [...TEXT_FORMATS, ...OBJECT_FORMATS];
        export const newEvent = () => new LogEvent();
        export const newContext = () =>
          new ReadContext(new Clock({ modified: null, zoneMinutes: null, year: null, now: Date.now() * 1000 }), 'bench.log');
      `,
  );
}
