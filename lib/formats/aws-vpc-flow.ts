import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount } from './addresses';
import { DEFAULT_FIELDS, FIELD_KINDS, type FlowField } from './aws-vpc-flow-fields';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import { protocolName } from './protocols';
import type { ReadContext } from './read-context';

const NAME = 'aws-vpc-flow';
const SPACE = 32;
const COMMA = 44;
const MINUS = 45;
const LINE_MAX = 4096;
const FIELDS_MAX = 64;
/** A header names at least this many known fields; fewer could be a sentence. */
const HEADER_FIELDS_MIN = 4;

/** Where the columns of the line at hand begin; one more than there are columns. Filled anew for each line. */
const starts = new Int32Array(FIELDS_MAX + 1);

export const awsVpcFlow: TextFormat = {
  name: NAME,
  title: 'AWS VPC flow log',
  about:
    'One line per flow and interface, in the default order or in the one that a header line names; separated by spaces, or by commas as Athena and Security Lake write it.',
  source: 'AWS, Logging IP traffic using VPC Flow Logs: flow log records',
  type: 'network',
  reads: 'text',
  read,
  examples: [
    {
      text: '2 123456789010 eni-0a1b 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK',
      event: {
        time: 1418530010000000,
        timeGuess: 0,
        srcIp: '172.31.16.139',
        srcPort: 20641,
        dstIp: '172.31.16.21',
        dstPort: 22,
        protocol: 'tcp',
        packets: 20,
        bytes: 4249,
        durationMs: 60000,
        verdict: 'accept',
        message: '172.31.16.139:20641 → 172.31.16.21:22 tcp accept 4249 bytes',
        attributes: { account_id: '123456789010', interface_id: 'eni-0a1b' },
      },
    },
    {
      text: '2 123456789010 eni-0a1b - - - - - - - 1431280876 1431280934 - NODATA',
      event: { srcIp: null, bytes: null, verdict: null, durationMs: 58000, message: 'eni-0a1b NODATA' },
    },
    {
      text: 'srcaddr dstaddr pkt-srcaddr action',
      event: { time: null, message: 'srcaddr dstaddr pkt-srcaddr action' },
    },
    {
      before: ['action srcaddr dstaddr dstport protocol flow-direction pkt-srcaddr'],
      text: 'REJECT 2001:db8::1 2001:db8::2 53 17 egress 10.0.0.7',
      event: {
        srcIp: '2001:db8::1',
        dstPort: 53,
        protocol: 'udp',
        direction: 'egress',
        verdict: 'reject',
        message: '[2001:db8::1] → [2001:db8::2]:53 udp reject',
        attributes: { pkt_srcaddr: '10.0.0.7' },
      },
    },
    {
      before: ['action,dstaddr,dstport,log_status,srcaddr,start'],
      text: 'ACCEPT,10.0.0.1,8864,OK,10.0.0.2,1752247584',
      event: { time: 1752247584000000, srcIp: '10.0.0.2', dstPort: 8864, verdict: 'accept' },
    },
    { text: '2 123456789010 eni-0a1b 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 ACCEPT OK', event: null },
    { text: '2 is the number of the version that start and end with', event: null },
    { text: 'start of the log', event: null },
    { before: ['srcaddr dstaddr action bytes'], text: 'one two three four', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.length > LINE_MAX) return NOT_MINE;
  const first = text.charCodeAt(0);
  const order = context.headers.get(NAME);
  if (first >= 97 && first <= 122) {
    if (readHeader(text, event, context)) return READ;
    if (order === undefined) return NOT_MINE;
  }
  if (order !== undefined) {
    const separator = order === DEFAULT_FIELDS || !text.includes(',') ? SPACE : COMMA;
    if (splitInto(text, separator) === order.length && fits(text, order)) return fill(text, order, event, context);
  }
  const looksDefault = first >= 50 && first <= 57 && text.charCodeAt(1) === SPACE && order !== DEFAULT_FIELDS;
  if (!looksDefault || splitInto(text, SPACE) !== DEFAULT_FIELDS.length || !fits(text, DEFAULT_FIELDS)) return NOT_MINE;
  return fill(text, DEFAULT_FIELDS, event, context);
}

/** A header line: nothing but names of fields. Its order holds until the next one. */
function readHeader(text: string, event: LogEvent, context: ReadContext): boolean {
  const names = text
    .trimEnd()
    .replaceAll('_', '-')
    .split(text.includes(',') ? ',' : ' ');
  if (names.length < HEADER_FIELDS_MIN || names.length > FIELDS_MAX) return false;
  for (const name of names) if (!FIELD_KINDS.has(name)) return false;
  context.headers.set(NAME, names);
  event.message = text;
  return true;
}

/** Cuts the line into columns; answers how many, or 0 when there are too many. */
function splitInto(text: string, separator: number): number {
  let count = 1;
  starts[0] = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) !== separator) continue;
    if (count >= FIELDS_MAX) return 0;
    starts[count++] = at + 1;
  }
  starts[count] = text.length + 1;
  return count;
}

function column(text: string, place: number): string {
  return text.slice(starts[place], (starts[place + 1] ?? 1) - 1);
}

function isMissing(text: string, place: number): boolean {
  const start = starts[place] ?? 0;
  const length = (starts[place + 1] ?? 0) - 1 - start;
  return length === 0 || (length === 1 && text.charCodeAt(start) === MINUS);
}

/** Whether every column is what its name promises; the event is filled only after this. */
function fits(text: string, order: readonly string[]): boolean {
  for (let place = 0; place < order.length; place++) {
    if (isMissing(text, place)) continue;
    const kind = FIELD_KINDS.get(order[place] ?? '')?.kind;
    if (kind === 'text') continue;
    const value = column(text, place);
    if (kind === 'number' && parseCount(value) === null) return false;
    if (kind === 'address' && !isAddress(value)) return false;
    if (kind === 'action' && value !== 'ACCEPT' && value !== 'REJECT') return false;
    if (kind === 'status' && value !== 'OK' && value !== 'NODATA' && value !== 'SKIPDATA') return false;
  }
  return true;
}

function fill(text: string, order: readonly string[], event: LogEvent, context: ReadContext): Reading {
  let end: number | null = null;
  let start: number | null = null;
  let status = '';
  for (let place = 0; place < order.length; place++) {
    if (isMissing(text, place)) continue;
    const name = order[place] ?? '';
    const field = FIELD_KINDS.get(name);
    if (field === undefined) continue;
    const value = column(text, place);
    if (name === 'start') start = Number(value);
    else if (name === 'end') end = Number(value);
    else if (name === 'log-status') status = value;
    else setField(field, value, event);
  }
  const time = start ?? end;
  if (time !== null) context.clock.setFull(event, time * 1_000_000);
  if (start !== null && end !== null && end >= start) event.durationMs = (end - start) * 1000;
  if (status !== '' && status !== 'OK') event.setAttribute('log_status', status);
  event.message = sentence(event, status);
  return READ;
}

function setField(field: FlowField, value: string, event: LogEvent): void {
  switch (field.target) {
    case 'srcIp':
    case 'dstIp':
    case 'direction':
    case 'reason':
      event[field.target] = value;
      break;
    case 'verdict':
      event.verdict = value === 'ACCEPT' ? 'accept' : 'reject';
      break;
    case 'srcPort':
    case 'dstPort':
    case 'bytes':
    case 'packets':
      event[field.target] = Number(value);
      break;
    case 'protocol':
      event.protocol = protocolName(Number(value));
      break;
    default:
      if (field.attribute !== null) event.setAttribute(field.attribute, value);
  }
}

/** What a person reads first: who spoke to whom, and how it went. */
function sentence(event: LogEvent, status: string): string {
  if (event.srcIp === null && event.dstIp === null) {
    return `${event.attributes?.interface_id ?? 'flow'} ${status === '' ? 'without addresses' : status}`;
  }
  const from = endpoint(event.srcIp, event.srcPort);
  const to = endpoint(event.dstIp, event.dstPort);
  const protocol = event.protocol === null ? '' : ` ${event.protocol}`;
  const verdict = event.verdict === null ? '' : ` ${event.verdict}`;
  return `${from} → ${to}${protocol}${verdict}${event.bytes === null ? '' : ` ${event.bytes} bytes`}`;
}

function endpoint(ip: string | null, port: number | null): string {
  const host = ip === null ? '?' : ip.includes(':') ? `[${ip}]` : ip;
  return port === null ? host : `${host}:${port}`;
}
