import { Readable } from 'node:stream';
import { sleep } from '../scripts/processes.mjs';
import { answerOf } from '../scripts/source-answers.mjs';
import { generate, KINDS } from './generate/kinds.mjs';
import { measureOperation, timeOperation } from './operations.mjs';

/** A person asks, looks, and asks again. */
const PAUSE_MS = 300;
/** Bytes of an audit event of ours. */
const EVENT_BYTES = 1180;
const MEGABYTE = 1_000_000;

/**
 * How long an operation takes when nothing else happens, and while a log of so many megabytes is read.
 * @param {Awaited<ReturnType<typeof import('./trackway.mjs').startTrackway>>} trackway
 * @param {ReturnType<typeof import('./operations.mjs').operationsOn>[number]} operation
 * @param {number} megabytes
 */
export async function measureWhileReading({ address }, operation, megabytes) {
  const idle = await measureOperation(address, operation);
  const lines = Math.ceil((megabytes * MEGABYTE) / EVENT_BYTES);
  const kind = KINDS.find(({ name }) => name === 'audit');
  const uploaded = await fetch(`${address}/api/sources?name=while-reading.ndjson`, {
    method: 'POST',
    body: Readable.toWeb(Readable.from(generate(kind, lines, 'while-reading'), { objectMode: false })),
    duplex: 'half',
  });
  const { id } = await answerOf(uploaded, 'uploading');
  const began = performance.now();
  const times = [];
  while (await isBeingRead(address, id)) {
    times.push((await timeOperation(address, operation)).milliseconds);
    await sleep(PAUSE_MS);
  }
  times.sort((a, b) => a - b);
  return {
    name: operation.name,
    megabytes,
    seconds: (performance.now() - began) / 1000,
    runs: times.length,
    idle: idle.median,
    median: times[Math.floor(times.length / 2)],
    p95: times[Math.ceil(times.length * 0.95) - 1],
  };
}

async function isBeingRead(address, id) {
  const { state } = await answerOf(await fetch(`${address}/api/sources/${id}`), 'asking for a source');
  return state === 'reading' || state === 'receiving';
}
