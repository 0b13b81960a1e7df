import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import {
  DEFAULT_FIELDS,
  FIELD_KINDS,
  FIELDS_MAX,
  type FlowField,
  headerNames,
  ORDERS_BY_LENGTH,
} from './aws-vpc-flow-fields';
import { fillFromFlow } from './aws-vpc-flow-record';
import { NOT_MINE, READ, type Reading, type TextFormat } from './format';
import type { ReadContext } from './read-context';

const NAME = 'aws-vpc-flow';
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const LINE_MAX = 4096;

/** Where the columns of the line at hand begin; one more than there are columns. Filled anew for each line. */
const starts = new Int32Array(FIELDS_MAX + 1);
/** The values of its columns, checked; null for a missing one. Filled anew for each line. */
const values: (string | number | null)[] = new Array(FIELDS_MAX).fill(null);

/** What each column holds, by the order that a header gave. */
const plans = new WeakMap<readonly string[], readonly FlowField[]>();

export const awsVpcFlow: TextFormat = {
  name: NAME,
  title: 'AWS VPC flow log',
  about:
    'One line per flow and interface, in the default order or in the one that a header line names; separated by spaces, or by commas as Athena and Security Lake write it.',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
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
        severity: 'info',
        message: '172.31.16.139:20641 → 172.31.16.21:22 tcp accept 4249 bytes',
        attributes: { account_id: '123456789010', interface_id: 'eni-0a1b' },
      },
    },
    {
      text: '5 123456789010 eni-0a1b 10.0.0.2 192.0.2.7 5000 443 6 1 40 1418530010 1418530070 REJECT OK vpc-1 subnet-1 i-1 18 IPv4 10.0.1.9 192.0.2.7 us-east-1 use1-az1 - - - S3 egress 8',
      event: {
        severity: 'warning',
        direction: 'egress',
        attributes: {
          account_id: '123456789010',
          interface_id: 'eni-0a1b',
          vpc_id: 'vpc-1',
          subnet_id: 'subnet-1',
          instance_id: 'i-1',
          tcp_flags: 18,
          'tcp.flags': 'SYN,ACK',
          type: 'IPv4',
          pkt_srcaddr: '10.0.1.9',
          pkt_dstaddr: '192.0.2.7',
          region: 'us-east-1',
          az_id: 'use1-az1',
          pkt_dst_aws_service: 'S3',
          traffic_path: '8',
        },
      },
    },
    {
      before: ['"srcaddr","dstaddr","action","bytes"'],
      text: '"10.0.0.2","10.0.0.1","ACCEPT","5"',
      event: { srcIp: '10.0.0.2', verdict: 'accept', bytes: 5, severity: 'info' },
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
    {
      before: ['version srcaddr dstaddr action bytes new-kind-of-id'],
      text: '11 10.0.0.1 10.0.0.2 REJECT 40 x-1',
      event: { verdict: 'reject', severity: 'warning', attributes: { new_kind_of_id: 'x-1' } },
    },
    { text: 'start of the log', event: null },
    { text: 'start end action type of this', event: null },
    { before: ['srcaddr dstaddr action bytes'], text: 'one two three four', event: null },
  ],
};

function read(line: string, event: LogEvent, context: ReadContext): Reading {
  if (line.length > LINE_MAX) return NOT_MINE;
  const text = line.charCodeAt(0) === QUOTE && line.includes('","') ? line.replaceAll('"', '') : line;
  const first = text.charCodeAt(0);
  const order = context.headers.get(NAME);
  if (first >= 97 && first <= 122) {
    if (readHeader(text, event, context)) return READ;
    if (order === undefined) return NOT_MINE;
  }
  if (order !== undefined) {
    const separator = order === DEFAULT_FIELDS || !text.includes(',') ? SPACE : COMMA;
    const plan = planOf(order);
    if (splitInto(text, separator) === plan.length && fits(text, plan)) {
      fillFromFlow(plan, values, event, context);
      return READ;
    }
  }
  // The number of a version, as a line without a header begins.
  const looksOrdered = first >= 50 && first <= 57 && text.charCodeAt(1) === SPACE && order !== DEFAULT_FIELDS;
  const usual = looksOrdered ? ORDERS_BY_LENGTH.get(splitInto(text, SPACE)) : undefined;
  if (usual === undefined || !fits(text, planOf(usual))) return NOT_MINE;
  fillFromFlow(planOf(usual), values, event, context);
  return READ;
}

/** A header line's order holds until the next one. */
function readHeader(text: string, event: LogEvent, context: ReadContext): boolean {
  const names = headerNames(text);
  if (names === null) return false;
  context.headers.set(NAME, names);
  event.severity = 'info';
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

/** Cuts out every column and checks that it is what its name promises; the event is filled only after this. */
function fits(text: string, plan: readonly FlowField[]): boolean {
  let place = 0;
  for (const { kind } of plan) {
    const start = starts[place] ?? 0;
    const value = text.slice(start, (starts[place + 1] ?? 1) - 1);
    const checked = value === '-' || value === '' ? null : check(kind, value);
    if (checked === undefined) return false;
    values[place++] = checked;
  }
  return true;
}

function check(kind: FlowField['kind'], value: string): string | number | undefined {
  switch (kind) {
    case 'text':
      return value;
    case 'number':
      return parseCount(value) ?? undefined;
    case 'small':
      return parseSmallCount(value) ?? undefined;
    case 'address':
      return isAddress(value) ? value : undefined;
    case 'action':
      return value === 'ACCEPT' ? 'accept' : value === 'REJECT' ? 'reject' : undefined;
    case 'status':
      return value === 'OK' || value === 'NODATA' || value === 'SKIPDATA' ? value : undefined;
  }
}

function planOf(order: readonly string[]): readonly FlowField[] {
  let plan = plans.get(order);
  if (plan === undefined) {
    plan = order.map(
      (name) => FIELD_KINDS.get(name) ?? { kind: 'text', target: null, attribute: name.replaceAll('-', '_') },
    );
    plans.set(order, plan);
  }
  return plan;
}
