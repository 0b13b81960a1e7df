import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { PlainError } from '../scripts/plain-error.mjs';
import { answerOf, settledSource } from '../scripts/source-answers.mjs';
import { generate } from './generate/kinds.mjs';
import { cpuSeconds, cpuSecondsOfFamily } from './processes.mjs';

/**
 * Uploads a log of one kind and waits until it can be queried. Measured is what lies between the last byte of the upload
 * and `ready`: reading, storing, committing; neither the making of the log nor its upload.
 * @param {Awaited<ReturnType<typeof import('./trackway.mjs').startTrackway>>} trackway
 * @param {(typeof import('./generate/kinds.mjs').KINDS)[number]} kind
 * @param {number} count events
 * @param {string} seed
 */
export async function feed({ address, pids }, kind, count, seed) {
  const uploaded = await fetch(`${address}/api/sources?name=${kind.file}`, {
    method: 'POST',
    body: Readable.toWeb(Readable.from(generate(kind, count, seed), { objectMode: false })),
    duplex: 'half',
  });
  const before = sample(pids);
  const { id } = await answerOf(uploaded, `uploading ${kind.file}`);
  const source = await settledSource(address, id);
  const after = sample(pids);
  if (source.state !== 'ready') throw new PlainError(`${kind.file} was not read: ${source.error ?? source.note}`);
  if (source.lines !== count) {
    throw new PlainError(`${kind.file} holds ${count} lines, and ${source.lines} were stored; nothing may be lost.`);
  }
  return {
    kind: kind.name,
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
