import type { Attribute, LogEvent } from '@/lib/events';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';
import { fillFromZeek } from './zeek-record';

const NAME = 'zeek';
const LINE_MAX = 65_536;
const FIELDS_MAX = 128;
const HASH = 35;
const HEADERS = /^#(separator|set_separator|empty_field|unset_field|path|open|close|fields|types)(?:[ \t]|$)/;
/** Where a file's header is kept: its settings by name, its fields, the types of these. */
const FIELDS = `${NAME} fields`;
const TYPES = `${NAME} types`;

/** Zeek's tab-separated logs, whose header names the columns. */
export const zeek: TextFormat = {
  name: NAME,
  title: 'Zeek logs',
  about:
    'Connections, names, requests, certificates and notices as Zeek writes them: columns between tabs, in the order that the lines with # above them tell.',
  source: 'https://docs.zeek.org/en/master/log-formats.html',
  type: 'network',
  reads: 'text',
  read(text, event, context) {
    if (text.charCodeAt(0) === HASH) return readHeader(text, event, context);
    const fields = context.headers.get(FIELDS);
    if (fields === undefined || text.length > LINE_MAX) return NOT_MINE;
    const columns = text.split(settingOf(context, 'separator', '\t'), FIELDS_MAX + 1);
    if (columns.length !== fields.length) return NOT_MINE;
    const values = valuesOf(columns, fields, context);
    fillFromZeek(settingOf(context, 'path', ''), values, event, context);
    return READ;
  },
  examples: [
    { text: '#fields\tts\tuid\tid.orig_h', event: { message: '#fields\tts\tuid\tid.orig_h' } },
    {
      before: [
        '#separator \\x09',
        '#unset_field\t-',
        '#path\tconn',
        '#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\torig_pkts\tresp_pkts',
        '#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tcount',
      ],
      text: '1714979289.250000\tCab123\t10.0.1.7\t40100\t192.0.2.7\t80\ttcp\t-\t1.500000\t10\t109\tSF\tT\tF\t4\t7',
      event: {
        time: 1_714_979_289_250_000,
        timeGuess: 0,
        type: 'network',
        severity: 'info',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '192.0.2.7',
        dstPort: 80,
        protocol: 'tcp',
        durationMs: 1500,
        bytes: 119,
        packets: 11,
        direction: 'egress',
        message: '10.0.1.7:40100 → 192.0.2.7:80 tcp 119 bytes SF',
        attributes: Object.assign(Object.create(null), {
          'zeek.path': 'conn',
          uid: 'Cab123',
          orig_bytes: 10,
          resp_bytes: 109,
          conn_state: 'SF',
          local_orig: true,
          local_resp: false,
          orig_pkts: 4,
          resp_pkts: 7,
        }),
      },
    },
    {
      before: ['#path\tdns', '#fields\tts\tid.orig_h\tquery\tqtype_name\trcode_name\tanswers'],
      text: '1714979289.25\t10.0.1.7\tbad.example\tA\tNXDOMAIN\t(empty)',
      event: { host: 'bad.example', protocol: 'dns', verdict: 'nxdomain', message: 'A bad.example → NXDOMAIN' },
    },
    { before: ['#fields\tts\tuid'], text: 'one\ttwo\tthree', event: null },
    { text: '# a comment', event: null },
    { text: '1714979289.250000\tCab123', event: null },
  ],
};

function readHeader(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > LINE_MAX) return NOT_MINE;
  const match = HEADERS.exec(text);
  if (match === null) return NOT_MINE;
  const name = match[1] ?? '';
  const rest = text.slice(match[0].length);
  if (name === 'fields' || name === 'types') {
    const names = rest.split(settingOf(context, 'separator', '\t'), FIELDS_MAX);
    context.headers.set(name === 'fields' ? FIELDS : TYPES, names);
    // A file may be several logs one after the other; the types of the one before say nothing here.
    if (name === 'fields') context.headers.delete(TYPES);
  } else if (name !== 'open' && name !== 'close') {
    context.headers.set(`${NAME} ${name}`, [name === 'separator' ? withoutEscape(rest) : rest]);
  }
  event.severity = 'info';
  event.message = text;
  return READ;
}

/** The separator is written as `\x09`. */
function withoutEscape(text: string): string {
  const match = /^\\x([0-9a-fA-F]{2})$/.exec(text);
  return match === null ? text.slice(0, 1) || '\t' : String.fromCharCode(Number.parseInt(match[1] ?? '09', 16));
}

function settingOf(context: ReadContext, name: string, standard: string): string {
  return context.headers.get(`${NAME} ${name}`)?.[0] ?? standard;
}

function valuesOf(columns: readonly string[], fields: readonly string[], context: ReadContext): Map<string, Attribute> {
  const unset = settingOf(context, 'unset_field', '-');
  const empty = settingOf(context, 'empty_field', '(empty)');
  const types = context.headers.get(TYPES) ?? [];
  const values = new Map<string, Attribute>();
  for (const [place, column] of columns.entries()) {
    if (column !== unset && column !== empty && column !== '')
      values.set(fields[place] ?? '', typed(column, types[place]));
  }
  return values;
}

function typed(column: string, type: string | undefined): Attribute {
  if (type === 'bool') return column === 'T';
  const isNumber = type === 'count' || type === 'int' || type === 'port' || type === 'double' || type === 'interval';
  const number = isNumber && column.length < 20 ? Number(column) : Number.NaN;
  return Number.isFinite(number) ? number : column;
}
