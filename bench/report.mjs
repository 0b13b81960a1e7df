const MEGABYTE = 1_000_000;

/** @typedef {Awaited<ReturnType<typeof import('./run.mjs').runOnce>>} Result */

/**
 * The figures of one run for a person to read.
 * @param {Result} result
 * @returns {string}
 */
export function describeResult({ machine, events, loads, total, storage, memory, latency }) {
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
    ...table(['latency, ms', 'filter', 'first', 'median of 5', 'matches'], latency.map(latencyRow)),
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

function latencyRow({ call, filter, first, median, matches, problem }) {
  if (problem) return [call, filter, first.toFixed(0), problem, ''];
  return [call, filter, first.toFixed(0), median.toFixed(1), matches?.toLocaleString('en') ?? ''];
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
