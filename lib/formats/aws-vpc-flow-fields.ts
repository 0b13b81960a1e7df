import type { LogEvent } from '@/lib/events';

export const FIELDS_MAX = 64;
/** A header names at least this many known fields; fewer could be a sentence. */
const HEADER_FIELDS_MIN = 4;
/** AWS adds fields; but a few words of a sentence are names of fields as well. */
const KNOWN_SHARE_MIN = 0.75;
const NAME_MAX = 64;
const SPACE = 32;
const COMMA = 44;
const NEW_FIELD = /^[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){1,6}$/;

/** What a column of a flow log holds, and where it goes. */
export interface FlowField {
  readonly kind: 'text' | 'number' | 'small' | 'address' | 'action' | 'status';
  /** The property of the event, or what goes into several of them; null for an attribute or nothing. */
  readonly target: keyof LogEvent | 'start' | 'end' | 'status' | 'tcpFlags' | null;
  /** The name of the attribute; null where the column says nothing that the event does not have. */
  readonly attribute: string | null;
}

/** The fields of version 2, in the order in which CloudWatch delivers them without a header. */
const FIRST_FIELDS: readonly (readonly [string, FlowField])[] = [
  ['version', { kind: 'number', target: null, attribute: null }],
  attributeOf('account-id'),
  attributeOf('interface-id'),
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
];

/** Their names: the order that is meant where nothing else is said. */
export const DEFAULT_FIELDS: readonly string[] = FIRST_FIELDS.map(([name]) => name);

/** The fields of later versions, in the order in which AWS documents them and its console selects all of a version. */
const LATER_FIELDS: readonly (readonly [string, FlowField])[] = [
  attributeOf('vpc-id'),
  attributeOf('subnet-id'),
  attributeOf('instance-id'),
  ['tcp-flags', { kind: 'number', target: 'tcpFlags', attribute: null }],
  attributeOf('type'),
  attributeOf('pkt-srcaddr', 'address'),
  attributeOf('pkt-dstaddr', 'address'),
  attributeOf('region'),
  attributeOf('az-id'),
  attributeOf('sublocation-type'),
  attributeOf('sublocation-id'),
  attributeOf('pkt-src-aws-service'),
  attributeOf('pkt-dst-aws-service'),
  ['flow-direction', { kind: 'text', target: 'direction', attribute: null }],
  attributeOf('traffic-path'),
  attributeOf('ecs-cluster-arn'),
  attributeOf('ecs-cluster-name'),
  attributeOf('ecs-container-instance-arn'),
  attributeOf('ecs-container-instance-id'),
  attributeOf('ecs-container-id'),
  attributeOf('ecs-second-container-id'),
  attributeOf('ecs-service-name'),
  attributeOf('ecs-task-definition-arn'),
  attributeOf('ecs-task-arn'),
  attributeOf('ecs-task-id'),
  ['reject-reason', { kind: 'text', target: 'reason', attribute: null }],
];

/** The orders that a line without a header may be in, by how many columns it has: all fields of versions 2, 3, 4, 5, 7, 8. */
export const ORDERS_BY_LENGTH: ReadonlyMap<number, readonly string[]> = new Map(
  [0, 7, 11, 15, 25, 26].map((count): [number, readonly string[]] => {
    const order =
      count === 0 ? DEFAULT_FIELDS : [...DEFAULT_FIELDS, ...LATER_FIELDS.slice(0, count).map(([name]) => name)];
    return [order.length, order];
  }),
);

/** Fields that stand in no default order: losses, and those of transit gateways' flow logs. */
const OTHER_FIELDS: readonly (readonly [string, FlowField])[] = [
  attributeOf('packets-lost-no-route', 'number'),
  attributeOf('packets-lost-blackhole', 'number'),
  attributeOf('packets-lost-mtu-exceeded', 'number'),
  attributeOf('packets-lost-ttl-expired', 'number'),
  attributeOf('resource-id'),
  attributeOf('encryption-status'),
  attributeOf('resource-type'),
  attributeOf('tgw-id'),
  attributeOf('tgw-attachment-id'),
  attributeOf('tgw-pair-attachment-id'),
  attributeOf('tgw-src-vpc-account-id'),
  attributeOf('tgw-dst-vpc-account-id'),
  attributeOf('tgw-src-vpc-id'),
  attributeOf('tgw-dst-vpc-id'),
  attributeOf('tgw-src-subnet-id'),
  attributeOf('tgw-dst-subnet-id'),
  attributeOf('tgw-src-eni'),
  attributeOf('tgw-dst-eni'),
  attributeOf('tgw-src-az-id'),
  attributeOf('tgw-dst-az-id'),
];

/** Every known field by its name (AWS, "Available fields"). */
export const FIELD_KINDS: ReadonlyMap<string, FlowField> = new Map([...FIRST_FIELDS, ...LATER_FIELDS, ...OTHER_FIELDS]);

/** The fields that a header line names, with dashes, by spaces or commas apart; null when it is no header. */
export function headerNames(text: string): string[] | null {
  if (!mayOpenHeader(text)) return null;
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

/** A quick look at the first word: every line of small letters is asked whether it is a header. */
function mayOpenHeader(text: string): boolean {
  let end = 0;
  while (end < NAME_MAX && text.charCodeAt(end) !== SPACE && text.charCodeAt(end) !== COMMA) end += 1;
  const word = text.slice(0, end);
  return FIELD_KINDS.has(word) || NEW_FIELD.test(word.replaceAll('_', '-'));
}

/** A field that becomes an attribute as it is, named with underscores. */
function attributeOf(name: string, kind: FlowField['kind'] = 'text'): readonly [string, FlowField] {
  return [name, { kind, target: null, attribute: name.replaceAll('-', '_') }];
}
