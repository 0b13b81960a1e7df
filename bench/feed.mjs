import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { PlainError } from '../scripts/plain-error.mjs';
import { answerOf, settledSource } from '../scripts/source-answers.mjs';
import { cpuSeconds, cpuSecondsOfFamily } from './processes.mjs';

/**
 * A log to be fed: how its bytes are made, and how many lines that is, which are events.
 * @typedef {{ kind: string, file: string, lines: number, bytes: () => AsyncIterable<Buffer> | Iterable<Buffer> }} Log
 */

/**
 * Uploads a log and waits until it can be queried. Measured is what lies between the last byte of the upload
 * and `ready`: reading, storing, committing; neither the making of the log nor its upload.
 * @param {Awaited<ReturnType<typeof import('./trackway.mjs').startTrackway>>} trackway
 * @param {Log} log
 */
export async function feed({ address, pids }, { kind, file, lines, bytes }) {
  const uploaded = await fetch(`${address}/api/sources?name=${file}`, {
    method: 'POST',
    body: Readable.toWeb(Readable.from(bytes(), { objectMode: false })),
    duplex: 'half',
  });
  const before = sample(pids);
  const { id } = await answerOf(uploaded, `uploading ${file}`);
  const source = await settledSource(address, id);
  const after = sample(pids);
  if (source.state !== 'ready') throw new PlainError(`${file} was not read: ${source.error ?? source.note}`);
  if (source.lines !== lines) {
    throw new PlainError(`${file} holds ${lines} lines, and ${source.lines} were stored; nothing may be lost.`);
  }
  return {
    kind,
    events: source.events,
    bytes: source.bytes,
    unparsed: source.unparsed,
    seconds: (after.at - before.at) / 1000,
    cpu: {
      reader: after.reader - before.reader,
      postgres: after.postgres - before.postgres,
      web: after.web - before.web,
    },
    load: loadavg()[0],
  };
}

function sample(pids) {
  return {
    at: performance.now(),
    reader: cpuSeconds(pids.reader),
    postgres: cpuSecondsOfFamily(pids.postgres),
    web: cpuSeconds(pids.web),
  };
}
