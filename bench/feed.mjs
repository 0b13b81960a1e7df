import { loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { PlainError } from '../scripts/plain-error.mjs';
import { sleep } from '../scripts/processes.mjs';
import { generate } from './generate/kinds.mjs';
import { cpuSeconds, cpuSecondsOfFamily } from './processes.mjs';

const POLL_MS = 100;

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
  const source = await settled(address, id);
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

async function settled(address, id) {
  for (;;) {
    const source = await answerOf(await fetch(`${address}/api/sources/${id}`), 'asking for the source');
    if (source.state === 'ready' || source.state === 'failed') return source;
    await sleep(POLL_MS);
  }
}

async function answerOf(response, what) {
  const text = await response.text();
  if (!response.ok) throw new PlainError(`${what} was answered with ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

function sample(pids) {
  return {
    at: performance.now(),
    reader: cpuSeconds(pids.reader),
    postgres: cpuSecondsOfFamily(pids.postgres),
    web: cpuSeconds(pids.web),
  };
}
