import { parse } from 'yaml';
import { auditValue, sameAuditValue } from './audit-values.mjs';
import { parseList } from './json-list.mjs';

/** Names of a whole event's fields that this reads, and the field of an audit record that each comes from. */
const SOURCES = {
  'file.path': 'name',
  'process.pid': 'pid',
  'process.ppid': 'ppid',
  'process.exe': 'exe',
  'process.name': 'comm',
  'process.title': 'proctitle',
  'process.cwd': 'cwd',
  'process.args': 'command',
  'source.ip': 'addr',
  'data.socket_addr': 'addr',
  'data.socket_port': 'port',
  'data.socket_family': 'socket.family',
  session: 'ses',
  tags: 'key',
};

/**
 * What go-libaudit makes of the records of one event: a JSON array of `{ test_name, event }`, and beside it a YAML file that
 * has the records of each test by its name.
 * @type {import('./truth-kind.mjs').TruthKind}
 */
export const auditEvents = {
  name: 'audit events',
  about: 'the main fields of Linux audit events of several records, as a parser of another project joins them',
  files: /\.json\.golden$/,
  read({ name, text, twin }) {
    const items = parsedEvents(text);
    if (items === null) return null;
    const input = twin(`${name.slice(0, -'.json.golden'.length)}.yaml`);
    if (input === null) return null;
    const { tests } = parse(input);
    return items
      .filter(({ test_name: test }) => typeof tests?.[test] === 'string')
      .map(({ test_name: test, event }) => ({
        label: test,
        lines: tests[test].split('\n').filter((line) => line.trim() !== ''),
        together: String(event.sequence),
        fields: fieldsOf(event),
      }));
  },
  ours(field, event) {
    if (field === 'time') return event.time;
    if (field === 'type') return String(event.fields['audit.type']).toLowerCase();
    if (field === 'sequence') return event.fields['audit.serial'];
    const file = /^paths\.(\d+)\.(\w+)$/.exec(field);
    if (file !== null) return pathValue(event.fields, file[1], file[2]);
    const source = SOURCES[field] ?? field.replace(/^.*\./, '');
    return auditValue(source, event.fields);
  },
  same: (field, theirs, ours) =>
    field === 'time' ? Date.parse(theirs) === Date.parse(ours) : sameAuditValue(field, theirs, ours),
};

function pathValue(fields, item, name) {
  if (name === 'item') return fields[`path.${item}`] === undefined ? undefined : item;
  return name === 'name' ? fields[`path.${item}`] : fields[`path.${item}.${name}`];
}

function parsedEvents(text) {
  const items = parseList(text);
  return items?.some((item) => item?.test_name !== undefined && item.event !== undefined)
    ? items.filter((item) => item?.event)
    : null;
}

/** Dotted names down to the values; lists of values are one text, lists of objects are numbered. */
function fieldsOf(event) {
  const fields = {};
  const walk = (value, name) => {
    if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
      fields[name] = value.join(name === 'tags' ? ',' : ' ');
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, name === '' ? key : `${name}.${key}`);
    else fields[name] = String(value);
  };
  const { '@timestamp': time, record_type: type, ...rest } = event;
  walk({ time, type, ...rest }, '');
  return fields;
}
