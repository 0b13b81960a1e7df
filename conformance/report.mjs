import { isWrongIn } from './judge.mjs';

/** One file on one line: what is wrong first, then what was expected and what was found. */
export function describeFile({ entry, read, verdict }) {
  const wrong = Object.entries({
    lost: !verdict.whole,
    type: isWrongIn('type', verdict),
    format: isWrongIn('format', verdict),
  })
    .filter(([, is]) => is)
    .map(([name]) => name);
  const { contested } = verdict;
  const word = wrong.length > 0 ? `WRONG ${wrong.join(' ')}` : contested === null ? 'ok' : 'contested';
  const found = `${read.format ?? '-'}, ${read.type ?? '-'}`;
  const counts = `${read.events} events, ${read.lines} of ${read.linesRead} lines, ${read.unparsed} unparsed`;
  const error = read.error === null ? '' : ` (${read.error})`;
  const reason = contested === null ? '' : `\t${contested.why}`;
  return `${word}\t${entry.path}\t${entry.type}: ${entry.format}\t${found}\t${counts}${error}${reason}`;
}

/** The figures at the end: strictly by the manifest, and with what is contested judged by its rule. */
export function describeSum({ files, whole, type, format, unparsed }) {
  const line = (name, right, of) => `${name.padEnd(36)} ${right} of ${of} (${percent(right, of)})`;
  return [
    `${files} files were read`,
    line('nothing lost', whole.right, whole.of),
    line('type as the manifest has it', type.right, type.of),
    line('type, contested ones by their rule', type.judged, type.of),
    line('format as the manifest has it', format.right, format.of),
    line('format, contested ones by their rule', format.judged, format.of),
    line('lines unparsed, where claimed', unparsed.lines, unparsed.of),
  ].join('\n');
}

function percent(part, whole) {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
}
