import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { PlainError } from '../scripts/plain-error.mjs';
import { answerOf, settledSource } from '../scripts/source-answers.mjs';

/**
 * Has a running Trackway read one file as a source of its own, and says what became of it: an answer for the file, or for an
 * archive one for each of its members.
 * @param {string} address
 * @param {string} folder
 * @param {string} path of the file in the folder
 * @returns {Promise<{ path: string, read: import('./judge.mjs').Read }[]>}
 */
export async function readFile(address, folder, path) {
  const file = join(folder, path);
  const sent = await fetch(`${address}/api/sources?name=${encodeURIComponent(basename(path))}`, {
    method: 'POST',
    headers: { 'content-length': String(statSync(file).size) },
    body: Readable.toWeb(createReadStream(file)),
    duplex: 'half',
  });
  const { id } = await answerOf(sent, `sending ${path}`);
  const source = await settledSource(address, id);
  if (source.files.length === 0)
    throw new PlainError(`${path}: ${source.note ?? source.error ?? 'it came to nothing'}`);
  const alone = source.files.length === 1;
  const answers = [];
  for (const member of source.files)
    answers.push({ path: member.path, read: await judged(address, id, member, alone ? file : null) });
  // Another file of the same bytes would not be read as long as this one is there.
  await answerOf(await fetch(`${address}/api/sources/${id}`, { method: 'DELETE' }), `deleting ${path}`);
  return answers;
}

async function judged(address, id, member, original) {
  const sha256 = await digest(address, id, member.path);
  const expected = original === null ? member.sha256 : await digestOf(createReadStream(original));
  const { format, type, lines, linesRead, events, unparsed, error = null } = member;
  // A compressed file comes back unpacked: then only Trackway's own digest can be compared.
  const sameBytes = sha256 === expected || (sha256 !== null && sha256 === member.sha256);
  return { format, type, lines, linesRead, events, unparsed, error, sameBytes };
}

async function digest(address, id, path) {
  const response = await fetch(`${address}/api/sources/${id}/raw?path=${encodeURIComponent(path)}`);
  if (!response.ok || response.body === null) return null;
  return digestOf(response.body);
}

async function digestOf(chunks) {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}
