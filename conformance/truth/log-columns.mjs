import { csvRows } from './csv-rows.mjs';

/** Columns that say when; the others that are compared are in `OURS`. */
const WHEN = ['Month', 'Date', 'Time'];
const SECONDS = /^\d{9,10}$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Ways to write a severity, and ours. */
const SEVERITIES = {
  trace: /^trace$/i,
  debug: /^debug$/i,
  info: /^(info|information|notice)$/i,
  warning: /^warn(ing)?$/i,
  error: /^(err|error|severe|failure)$/i,
  critical: /^(crit|critical|fatal|alert|emerg(ency)?)$/i,
};

const OURS = {
  Level: ({ severity }) => severity ?? undefined,
  Component: ({ fields }, theirs) =>
    [fields.component, fields.caller].find((name) => name === theirs) ?? fields.component ?? fields.caller,
  // What a pattern calls a process may be a thread of it.
  Pid: ({ fields }) => fields.pid ?? fields.thread,
  PID: ({ fields }) => fields.pid,
  Id: ({ fields }) => String(fields.caller ?? '').match(/\d+$/)?.[0],
  Node: ({ fields }) => fields.node ?? fields.thread,
  Location: ({ fields }) => fields.node,
  ADDR: ({ fields, message }) =>
    fields['request.id'] === undefined ? message : [fields['request.id'], fields.user, fields.project].join(' '),
  Content: ({ message }) => message,
};

/**
 * Logs that people cut into columns by hand or by a pattern for a benchmark of parsers (loghub): `x_structured.csv` with a
 * row for each line of `x`, and columns such as Date, Time, Level, Component, Content.
 * @type {import('./truth-kind.mjs').TruthKind}
 */
export const logColumns = {
  name: 'columns of logs',
  about: 'time, severity, program, process and message of lines that others cut into columns',
  files: /structured(_corrected)?\.csv$/i,
  read({ name, text, twin }) {
    const rows = csvRows(text);
    if (rows[0]?.LineId === undefined || rows[0].Content === undefined) return null;
    const stem = name.replace(/\.?(log)?[._]structured(_corrected)?\.csv$/i, '');
    const log = twin(`${stem}.log`) ?? twin(`${stem.slice(stem.lastIndexOf('__') + 2)}.log`);
    if (log === null) return null;
    const lines = log.split(/\r?\n/);
    return rows
      .map((row) => ({ row, line: lines[Number(row.LineId) - 1] }))
      .filter(({ line }) => line !== undefined)
      .map(({ row, line }) => ({ label: `line ${row.LineId}`, lines: [line], fields: fieldsOf(row) }));
  },
  ours: (field, event, { fields }) =>
    field === 'when' ? (event.time ?? undefined) : OURS[field]?.(event, fields[field]),
  same,
};

function fieldsOf(row) {
  // Seconds since 1970 are surer than a local time beside them.
  const when =
    row.Timestamp ??
    WHEN.map((name) => row[name])
      .filter(Boolean)
      .join(' ');
  const fields = { when };
  for (const name of Object.keys(OURS)) if (row[name]) fields[name] = row[name];
  return fields;
}

function same(field, theirs, ours) {
  if (field === 'when') return sameTime(theirs, ours);
  if (field === 'Level') return SEVERITIES[ours]?.test(theirs) ?? false;
  // A tool that made numbers of a column wrote 19939 as 19939.0.
  if (field === 'PID' || field === 'Pid') return Number(theirs) === Number(ours);
  if (field === 'Content') return squeezed(ours).includes(squeezed(theirs));
  if (field === 'ADDR') return squeezed(theirs).startsWith(squeezed(ours)) || squeezed(ours).includes(squeezed(theirs));
  return theirs === String(ours);
}

/** Whether a date and time, in whatever order and with or without a year, are those of an ISO time. */
function sameTime(theirs, ours) {
  if (SECONDS.test(theirs)) return Number(theirs) === Math.floor(Date.parse(ours) / 1000);
  const [, year = '', month = '', day = '', clock = ''] = /^(\d{4})-(\d\d)-(\d\d)T([\d:.]+)/.exec(ours) ?? [];
  const date = [Number(year), Number(month), Number(day)];
  const digits = clock.replaceAll(/\D/g, '');
  const word = MONTHS.findIndex((name) => theirs.startsWith(name));
  if (word !== -1) {
    const [, theirDay = '', rest = ''] = theirs.split(/\s+/);
    return word + 1 === date[1] && Number(theirDay) === date[2] && startsAlike(digits, rest.replaceAll(/\D/g, ''));
  }
  const theirDigits = theirs.replaceAll(/\D/g, '');
  const compact = `${year}${month}${day}`;
  return [compact, compact.slice(2)].some(
    (written) =>
      theirDigits.startsWith(written) && startsAlike(digits, theirDigits.slice(written.length).replace(compact, '')),
  );
}

/** Digits of a clock to whatever precision each has. */
function startsAlike(one, other) {
  return other.length >= 6 && (one.startsWith(other) || other.startsWith(one));
}

function squeezed(text) {
  return String(text).replaceAll(/\s+/g, ' ').trim();
}
