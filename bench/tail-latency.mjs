import { get } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../scripts/plain-error.mjs';

const PUSHES = 300;
/** Between two pushes, so that each is a commit of its own. */
const PAUSE_MS = 25;
/** After the last push; what was not shown then was lost. */
const PATIENCE_MS = 30_000;
const MARK = /\btail-latency (\d+)\b/;

/**
 * How long after its acknowledgement a pushed event is shown by a tail, in milliseconds. One that is shown before its sender
 * hears the answer counts as 0.
 * @param {string} address
 */
export async function measureTail(address) {
  const tail = await openTail(new URL('/api/tail', address));
  /** @type {Map<number, number>} */
  const acknowledged = new Map();
  /** @type {Map<number, number>} */
  const shown = new Map();
  tail.lines.on('line', (line) => {
    const number = MARK.exec(line)?.[1];
    if (number !== undefined) shown.set(Number(number), performance.now());
  });
  for (let number = 0; number < PUSHES; number += 1) {
    const body = `${new Date().toISOString()} info tail-latency ${number} \n`;
    const answer = await fetch(new URL('/api/ingest/json', address), { method: 'POST', body });
    await answer.text();
    if (!answer.ok) throw new PlainError(`a push was answered with ${answer.status}.`);
    acknowledged.set(number, performance.now());
    await sleep(PAUSE_MS);
  }
  for (let waited = 0; shown.size < PUSHES && waited < PATIENCE_MS; waited += PAUSE_MS) await sleep(PAUSE_MS);
  tail.close();
  if (shown.size < PUSHES) throw new PlainError(`the tail showed ${shown.size} of ${PUSHES} events; none may be lost.`);
  const waits = [...acknowledged].map(([number, at]) => Math.max(0, (shown.get(number) ?? 0) - at));
  waits.sort((one, other) => one - other);
  return {
    pushes: PUSHES,
    median: waits[PUSHES >> 1],
    p95: waits[Math.ceil(PUSHES * 0.95) - 1],
    most: waits.at(-1),
  };
}

/** Follows once the first sign of life is there: what comes from then on is shown. */
async function openTail(url) {
  const response = await new Promise((resolve, reject) => get(url, resolve).once('error', reject));
  const lines = createInterface({ input: response });
  await new Promise((resolve) => lines.once('line', resolve));
  return { lines, close: () => response.destroy() };
}
