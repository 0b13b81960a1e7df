import type { LogEvent } from '@/lib/events';

export const FIELDS_MAX = 64;
/** A header names at least this many known fields; fewer could be a sentence. */
const HEADER_FIELDS_MIN = 4;
/** AWS adds fields; but a few words of a sentence are names of fields as well. */
const KNOWN_SHARE_MIN = 0.75;
const NEW_FIELD = /^[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,6}$/;

/** What a column of a flow log holds, and where it goes. */
export interface FlowField {
  readonly kind: 'text' | 'number' | 'small' | 'address' | 'action' | 'status';
  /** The property of the event, or what goes into several of them; null for an attribute or nothing. */
  readonly target: keyof LogEvent | 'start' | 'end' | 'status' | 'tcpFlags' | null;
  /** The name of the attribute; null where the column says nothing that the event does not have. */
  readonly attribute: string | null;
}

/** The order of version 2, which CloudWatch delivers without a header. */
export const DEFAULT_FIELDS: readonly string[] = [
  'version',
  'account-id',
  'interface-id',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'start',
  'end',
  'action',
  'log-status',
];

/** The fields of later versions, in the order in which AWS documents them and its console selects all of a version. */
const LATER_FIELDS: readonly string[] = [
  'vpc-id',
  'subnet-id',
  'instance-id',
  'tcp-flags',
  'type',
  'pkt-srcaddr',
  'pkt-dstaddr',
  'region',
  'az-id',
  'sublocation-type',
  'sublocation-id',
  'pkt-src-aws-service',
  'pkt-dst-aws-service',
  'flow-direction',
  'traffic-path',
  'ecs-cluster-arn',
  'ecs-cluster-name',
  'ecs-container-instance-arn',
  'ecs-container-instance-id',
  'ecs-container-id',
  'ecs-second-container-id',
  'ecs-service-name',
  'ecs-task-definition-arn',
  'ecs-task-arn',
  'ecs-task-id',
  'reject-reason',
];

/** The orders that a line without a header may be in, by how many columns it has: all fields of versions 2, 3, 4, 5, 7, 8. */
export const ORDERS_BY_LENGTH: ReadonlyMap<number, readonly string[]> = new Map(
  [0, 7, 11, 15, 25, 26].map((count): [number, readonly string[]] => {
    const order = count === 0 ? DEFAULT_FIELDS : [...DEFAULT_FIELDS, ...LATER_FIELDS.slice(0, count)];
    return [order.length, order];
  }),
);

/** Fields that become attributes as they are, named with underscores; also those of transit gateways' flow logs. */
const TEXTS = [
  'resource-id',
  'encryption-status',
  'resource-type',
  'tgw-id',
  'tgw-attachment-id',
  'tgw-pair-attachment-id',
  'tgw-src-vpc-account-id',
  'tgw-dst-vpc-account-id',
  'tgw-src-vpc-id',
  'tgw-dst-vpc-id',
  'tgw-src-subnet-id',
  'tgw-dst-subnet-id',
  'tgw-src-eni',
  'tgw-dst-eni',
  'tgw-src-az-id',
  'tgw-dst-az-id',
  'account-id',
  'interface-id',
  'vpc-id',
  'subnet-id',
  'instance-id',
  'type',
  'region',
  'az-id',
  'sublocation-type',
  'sublocation-id',
  'pkt-src-aws-service',
  'pkt-dst-aws-service',
  'traffic-path',
  'ecs-cluster-arn',
  'ecs-cluster-name',
  'ecs-container-instance-arn',
  'ecs-container-instance-id',
  'ecs-container-id',
  'ecs-second-container-id',
  'ecs-service-name',
  'ecs-task-definition-arn',
  'ecs-task-arn',
  'ecs-task-id',
];

/** Every known field by its name (AWS, "Available fields"). */
export const FIELD_KINDS: ReadonlyMap<string, FlowField> = new Map<string, FlowField>([
  ['version', { kind: 'number', target: null, attribute: null }],
  ['srcaddr', { kind: 'address', target: 'srcIp', attribute: null }],
  ['dstaddr', { kind: 'address', target: 'dstIp', attribute: null }],
  ['srcport', { kind: 'small', target: 'srcPort', attribute: null }],
  ['dstport', { kind: 'small', target: 'dstPort', attribute: null }],
  ['protocol', { kind: 'number', target: 'protocol', attribute: null }],
  ['packets', { kind: 'number', target: 'packets', attribute: null }],
  ['bytes', { kind: 'number', target: 'bytes', attribute: null }],
  ['start', { kind: 'number', target: 'start', attribute: null }],
  ['end', { kind: 'number', target: 'end', attribute: null }],
  ['action', { kind: 'action', target: 'verdict', attribute: null }],
  ['log-status', { kind: 'status', target: 'status', attribute: null }],
  ['flow-direction', { kind: 'text', target: 'direction', attribute: null }],
  ['reject-reason', { kind: 'text', target: 'reason', attribute: null }],
  ['tcp-flags', { kind: 'number', target: 'tcpFlags', attribute: null }],
  ...['no-route', 'blackhole', 'mtu-exceeded', 'ttl-expired'].map((why): [string, FlowField] => [
    `packets-lost-${why}`,
    { kind: 'number', target: null, attribute: `packets_lost_${why.replaceAll('-', '_')}` },
  ]),
  ['pkt-srcaddr', { kind: 'address', target: null, attribute: 'pkt_srcaddr' }],
  ['pkt-dstaddr', { kind: 'address', target: null, attribute: 'pkt_dstaddr' }],
  ...TEXTS.map((name): [string, FlowField] => [
    name,
    { kind: 'text', target: null, attribute: name.replaceAll('-', '_') },
  ]),
]);

/** The fields that a header line names, with dashes, by spaces or commas apart; null when it is no header. */
export function headerNames(text: string): string[] | null {
  const names = text
    .trimEnd()
    .replaceAll('_', '-')
    .split(text.includes(',') ? ',' : ' ');
  if (names.length < HEADER_FIELDS_MIN || names.length > FIELDS_MAX) return null;
  let known = 0;
  for (const name of names) {
    if (FIELD_KINDS.has(name)) known += 1;
    else if (!NEW_FIELD.test(name)) return null;
  }
  return known >= HEADER_FIELDS_MIN && known >= names.length * KNOWN_SHARE_MIN ? names : null;
}
