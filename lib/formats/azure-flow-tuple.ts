import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseSmallCount } from './addresses';
import { flowSentence } from './flow-sentence';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { epochMicros } from './json-time';
import { shortTextOf } from './json-value';
import { protocolName } from './protocols';

const TUPLE_MAX = 512;
const STATES: ReadonlyMap<string, string> = new Map([
  ['B', 'begin'],
  ['C', 'continue'],
  ['E', 'end'],
  ['D', 'deny'],
]);

/** One flow of an Azure record, with what its group told. */
export const azureFlowTuple: ObjectFormat = {
  name: 'azure-flow-tuple',
  title: 'Azure flow',
  about:
    'One flow out of a record of Azure’s flow logs: times in seconds and letters for network security groups, in milliseconds and protocol numbers for virtual networks.',
  source: 'https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview#log-format',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const tuple = object.flowTuple;
    if (typeof tuple !== 'string' || tuple.length > TUPLE_MAX) return NOT_MINE;
    const parts = tuple.split(',');
    const time = epochMicros(Number(parts[0]));
    const [, source = '', destination = ''] = parts;
    if (time === null || !isAddress(source) || !isAddress(destination)) return NOT_MINE;
    context.clock.setFull(event, time);
    event.type = 'network';
    event.srcIp = source;
    event.dstIp = destination;
    event.srcPort = parseSmallCount(parts[3] ?? '');
    event.dstPort = parseSmallCount(parts[4] ?? '');
    event.direction = parts[6] === 'I' ? 'ingress' : parts[6] === 'O' ? 'egress' : null;
    readOutcome(parts, event);
    event.severity = event.verdict === 'deny' ? 'warning' : 'info';
    const rule = shortTextOf(object.rule);
    event.setAttribute('rule', rule);
    event.setAttribute('mac', shortTextOf(object.mac));
    event.setAttribute('acl_id', shortTextOf(object.aclID));
    if (event.verdict === 'deny') event.reason = rule;
    event.message = flowSentence(event);
    return READ;
  },
  examples: [
    {
      text: '{"flowTuple":"1714979289,192.0.2.7,10.0.0.4,40100,22,T,I,D,B,,,,","rule":"DenyAll","mac":"02000000000A"}',
      event: {
        time: 1_714_979_289_000_000,
        type: 'network',
        severity: 'warning',
        srcIp: '192.0.2.7',
        srcPort: 40100,
        dstIp: '10.0.0.4',
        dstPort: 22,
        protocol: 'tcp',
        direction: 'ingress',
        verdict: 'deny',
        reason: 'DenyAll',
        bytes: null,
        message: '192.0.2.7:40100 → 10.0.0.4:22 tcp deny',
      },
    },
    {
      text: '{"flowTuple":"1714979289,10.0.0.4,192.0.2.7,53000,53,U,O,A,E,1,66,2,700","rule":"AllowOut"}',
      event: { protocol: 'udp', verdict: 'allow', direction: 'egress', packets: 3, bytes: 766, severity: 'info' },
    },
    {
      text: '{"flowTuple":"1714979289,10.0.0.4,192.0.2.7,53000,53,U,O,A","rule":"AllowOut"}',
      event: { verdict: 'allow', packets: null },
    },
    {
      text: '{"flowTuple":"1714979289250,10.0.0.6,2001:db8::7,40102,443,6,O,D,NX,1,60,0,0","rule":"DenyOut"}',
      event: { time: 1_714_979_289_250_000, protocol: 'tcp', verdict: 'deny', bytes: 60, packets: 1 },
    },
    { text: '{"flowTuple":"1714979289,here,there"}', event: null },
    { text: '{"flowTuple":7}', event: null },
  ],
};

/** Where the four counts begin, which both kinds have at their end. */
const COUNTS = 9;

/** Virtual networks tell the protocol's number and a state, security groups letters for the protocol and the decision. */
function readOutcome(parts: readonly string[], event: LogEvent): void {
  const number = parseCount(parts[5] ?? '');
  if (number === null) {
    event.protocol = parts[5] === 'T' ? 'tcp' : parts[5] === 'U' ? 'udp' : null;
    event.verdict = parts[7] === 'A' ? 'allow' : parts[7] === 'D' ? 'deny' : null;
    event.setAttribute('flow.state', STATES.get(parts[8] ?? ''));
  } else {
    event.protocol = protocolName(number);
    event.verdict = parts[7] === 'D' ? 'deny' : 'allow';
    event.setAttribute('flow.state', STATES.get(parts[7] ?? ''));
    event.setAttribute('flow.encryption', parts[8]);
  }
  const count = (place: number) => parseCount(parts[COUNTS + place] ?? '');
  event.packets = sum(count(0), count(2));
  event.bytes = sum(count(1), count(3));
  event.setAttribute('bytes_src_to_dst', count(1));
  event.setAttribute('bytes_dst_to_src', count(3));
}

/** A flow that begins leaves its counts empty. */
function sum(one: number | null, other: number | null): number | null {
  const total = (one ?? 0) + (other ?? 0);
  return (one === null && other === null) || !Number.isSafeInteger(total) ? null : total;
}
