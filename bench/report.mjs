const MEGABYTE = 1_000_000;
/** Of what went wrong, in a table; the whole is in the figures for programs. */
const PROBLEM_CHARACTERS = 12;

/** @typedef {Awaited<ReturnType<typeof import('./run.mjs').runOnce>>} Result */

/**
 * The figures of one run for a person to read.
 * @param {Result} result
 * @param {ReadonlyMap<string, { median: number, p95: number }>} beside what another engine took for operations, by name
 * @returns {string}
 */
export function describeResult(result, beside = new Map()) {
  const { machine, events, loads, total, storage, memory, operations, whileReading } = result;
  const lines = [
    `${events.toLocaleString('en')} events, ${(total.bytes / MEGABYTE).toFixed(0)} MB; ${machine.cpus} × ${machine.cpu}, ` +
      `${machine.memoryGigabytes} GB, Node ${machine.node}, PostgreSQL ${machine.postgres}`,
    '',
    ...table(
      ['from file to queryable', 'events/s', 'MB/s', 'seconds', 'CPU s per million: Node', 'Postgres', 'both', 'load'],
      [...loads, total].map(loadRow),
    ),
    '',
    ...table(
      ['stored', 'MB', 'per raw byte', 'bytes an event'],
      Object.entries({ ...storage, all: sum(Object.values(storage)) }).map(([name, bytes]) => [
        name,
        (bytes / MEGABYTE).toFixed(1),
        (bytes / total.bytes).toFixed(3),
        (bytes / events).toFixed(0),
      ]),
    ),
    '',
    `Peak memory: reader ${megabytes(memory.reader)} MB, web ${megabytes(memory.web)} MB`,
    '',
    ...table(
      ['operation, ms', 'cold', 'warm median', 'p95', 'p95 / median', 'other median', 'ratio', 'web MB'],
      operations.map((operation) => operationRow(operation, beside.get(operation.name))),
    ),
    ...(whileReading === null ? [] : ['', describeWhileReading(whileReading)]),
  ];
  return lines.join('\n');
}

function loadRow({ kind, events, bytes, seconds, cpu, load }) {
  const perMillion = (value) => ((value * 1_000_000) / events).toFixed(1);
  return [
    kind,
    Math.round(events / seconds).toLocaleString('en'),
    (bytes / MEGABYTE / seconds).toFixed(1),
    seconds.toFixed(1),
    perMillion(cpu.reader),
    perMillion(cpu.postgres),
    perMillion(cpu.reader + cpu.postgres),
    load.toFixed(1),
  ];
}

function operationRow({ name, first, median, p95, problem, memory }, other) {
  const web = megabytes(memory.after);
  if (problem) return [name, first.toFixed(0), problem.slice(0, PROBLEM_CHARACTERS), '', '', '', '', web];
  const compared = other ? [other.median.toFixed(1), (median / other.median).toFixed(2)] : ['', ''];
  return [name, first.toFixed(0), median.toFixed(1), p95.toFixed(1), (p95 / median).toFixed(1), ...compared, web];
}

function describeWhileReading({ name, megabytes, seconds, runs, idle, median, p95 }) {
  return (
    `${name}, while ${megabytes} MB were read in ${seconds.toFixed(0)} s: median ${median.toFixed(1)} ms, ` +
    `p95 ${p95.toFixed(1)} ms of ${runs}; before ${idle.toFixed(1)} ms; ${(median / idle).toFixed(1)} times`
  );
}

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return [line(head), ...rows.map(line)];
}

function megabytes(bytes) {
  return bytes === null ? '?' : (bytes / MEGABYTE).toFixed(0);
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
