import { PlainError } from './plain-error.mjs';
import { sleep } from './processes.mjs';

const POLL_MS = 50;

/**
 * The JSON of an answer of the HTTP interface.
 * @param {Response} response
 * @param {string} what was done, for the message when it was refused
 */
export async function answerOf(response, what) {
  const text = await response.text();
  if (!response.ok) throw new PlainError(`${what} was answered with ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Waits until a source was read, or could not be; answers what the interface says of it. */
export async function settledSource(address, id) {
  for (;;) {
    const source = await answerOf(await fetch(`${address}/api/sources/${id}`), 'asking for a source');
    if (source.state === 'ready' || source.state === 'failed') return source;
    await sleep(POLL_MS);
  }
}
