/**
 * Has the lines of statements read, and answers the event that each became: undefined where its first line opens none.
 * Statements that could be joined into one event are read in files of their own.
 * @param {readonly import('./truth-kind.mjs').Statement[]} statements
 * @param {(text: string) => Promise<import('./truth-kind.mjs').OurEvent[]>} readText reads a file
 * @returns {Promise<(import('./truth-kind.mjs').OurEvent | undefined)[]>} in the order of the statements
 */
export async function readStatements(statements, readText) {
  const events = new Array(statements.length).fill(undefined);
  for (const round of apart(statements)) {
    const starts = [];
    const lines = [];
    for (const place of round) {
      starts.push({ place, line: lines.length + 1 });
      lines.push(...statements[place].lines);
    }
    const read = await readText(`${lines.join('\n')}\n`);
    const byLine = new Map(read.map((event) => [event.source.line, event]));
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
