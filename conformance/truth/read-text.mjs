import { PlainError } from '../../scripts/plain-error.mjs';
import { answerOf, settledSource } from '../../scripts/source-answers.mjs';

/**
 * Has a running Trackway read a text as a file of a source of its own, which is deleted afterwards.
 * @param {string} address
 * @param {string} text
 * @returns {Promise<import('./truth-kind.mjs').OurEvent[]>} in order of time
 */
export async function readText(address, text) {
  const sent = await fetch(`${address}/api/sources?name=truth.log`, { method: 'POST', body: text });
  const { id } = await answerOf(sent, 'sending lines of ground truth');
  const source = await settledSource(address, id);
  if (source.state !== 'ready') throw new PlainError(`lines of ground truth could not be read: ${source.error}`);
  const exported = await fetch(`${address}/api/export?format=ndjson&source=${id}`);
  const lines = (await exported.text()).split('\n').filter(Boolean);
  await answerOf(await fetch(`${address}/api/sources/${id}`, { method: 'DELETE' }), 'deleting lines of ground truth');
  return lines.map((line) => JSON.parse(line));
}
