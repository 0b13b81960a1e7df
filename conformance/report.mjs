/** One file on one line: what is wrong first, then what was expected and what was found. */
export function describeFile({ entry, read, verdict }) {
  const wrong = Object.entries({ lost: !verdict.whole, type: verdict.type === false, format: verdict.format === false })
    .filter(([, is]) => is)
    .map(([name]) => name);
  const found = `${read.format ?? '-'}, ${read.type ?? '-'}`;
  const counts = `${read.events} events, ${read.lines} of ${read.linesRead} lines, ${read.unparsed} unparsed`;
  const error = read.error === null ? '' : ` (${read.error})`;
  return `${wrong.length === 0 ? 'ok' : `WRONG ${wrong.join(' ')}`}\t${entry.path}\t${entry.type}: ${entry.format}\t${found}\t${counts}${error}`;
}

/** The figures at the end. */
export function describeSum({ files, whole, type, format, unparsed }) {
  const line = (name, { right, of }) => `${name.padEnd(28)} ${right} of ${of} (${percent(right, of)})`;
  return [
    `${files} files were read`,
    line('nothing lost', whole),
    line('type right', type),
    line('format right', format),
    `${'lines unparsed, where claimed'.padEnd(28)} ${unparsed.lines} of ${unparsed.of} (${percent(unparsed.lines, unparsed.of)})`,
  ].join('\n');
}

function percent(part, whole) {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}
