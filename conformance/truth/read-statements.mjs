import { answerOf, settledSource } from '../../scripts/source-answers.mjs';

/**
 * Has a running Trackway read the lines of statements, and answers the event that each became: undefined where its first line
 * opens none. Statements that could be joined into one event are read in files of their own.
 * @param {string} address
 * @param {readonly import('./truth-kind.mjs').Statement[]} statements
 * @returns {Promise<(import('./truth-kind.mjs').OurEvent | undefined)[]>} in the order of the statements
 */
export async function readStatements(address, statements) {
  const events = new Array(statements.length).fill(undefined);
  for (const round of apart(statements)) {
    const starts = [];
    const lines = [];
    for (const place of round) {
      starts.push({ place, line: lines.length + 1 });
      lines.push(...statements[place].lines);
    }
    const byLine = await readLines(address, `${lines.join('\n')}\n`);
    for (const { place, line } of starts) events[place] = byLine.get(line);
  }
  return events;
}

/** Places of statements, in as many rounds as there are statements of the same event. */
function apart(statements) {
  const rounds = [];
  const seen = new Map();
  for (const [place, { together }] of statements.entries()) {
    const round = together === undefined ? 0 : (seen.get(together) ?? 0);
    if (together !== undefined) seen.set(together, round + 1);
    rounds[round] ??= [];
    rounds[round].push(place);
  }
  return rounds;
}

async function readLines(address, text) {
  const sent = await fetch(`${address}/api/sources?name=truth.log`, { method: 'POST', body: text });
  const { id } = await answerOf(sent, 'sending lines of ground truth');
  await settledSource(address, id);
  const exported = await fetch(`${address}/api/export?format=ndjson&source=${id}`);
  const events = (await exported.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  await answerOf(await fetch(`${address}/api/sources/${id}`, { method: 'DELETE' }), 'deleting lines of ground truth');
  return new Map(events.map((event) => [event.source.line, event]));
}
