import type { LogEvent } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ, type Reading, Several } from './format';
import { setJsonTime } from './json-time';
import { arrayOf, integerOf, objectOf, shortTextOf } from './json-value';
import type { ReadContext } from './read-context';

/** Records of Azure's flow logs: many flows in one, told apart by their rules; also whole blobs of such records. */
export const azureFlow: ObjectFormat = {
  name: 'azure-flow',
  title: 'Azure flow logs',
  about:
    'Flow logs of network security groups (versions 1 and 2) and of virtual networks. A record holds many flows; each becomes an event.',
  source:
    'https://learn.microsoft.com/azure/network-watcher/nsg-flow-logs-overview; https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview',
  type: 'network',
  reads: 'object',
  envelope: true,
  read(object, event, context) {
    const records = arrayOf(object.records);
    if (records.length > 0) return readBlob(records);
    const groups = groupsOf(object);
    if (groups === null) return NOT_MINE;
    return readRecord(object, groups, event, context);
  },
  examples: [
    {
      text: '{"time":"2024-05-06T07:09:00Z","category":"NetworkSecurityGroupFlowEvent","resourceId":"/SUBSCRIPTIONS/0/NETWORKSECURITYGROUPS/SHOP-NSG","properties":{"Version":2,"flows":[{"rule":"DenyAll","flows":[{"mac":"02000000000A","flowTuples":["1714979289,192.0.2.7,10.0.0.4,40100,22,T,I,D,B,,,,","1714979290,192.0.2.7,10.0.0.4,40101,23,T,I,D,B,,,,"]}]}]}}',
      event: { type: 'network', time: null },
      contents: [
        '{"flowTuple":"1714979289,192.0.2.7,10.0.0.4,40100,22,T,I,D,B,,,,","rule":"DenyAll","mac":"02000000000A"}',
        '{"flowTuple":"1714979290,192.0.2.7,10.0.0.4,40101,23,T,I,D,B,,,,","rule":"DenyAll","mac":"02000000000A"}',
      ],
    },
    {
      text: '{"time":"2024-05-06T07:09:00Z","flowLogVersion":4,"category":"FlowLogFlowEvent","macAddress":"02000000000B","flowRecords":{"flows":[{"aclID":"0a1b","flowGroups":[{"rule":"AllowOut","flowTuples":["1714979289250,10.0.0.6,192.0.2.8,40102,443,6,O,B,NX,0,0,0,0"]}]}]}}',
      event: { type: 'network' },
      contents: [
        '{"flowTuple":"1714979289250,10.0.0.6,192.0.2.8,40102,443,6,O,B,NX,0,0,0,0","rule":"AllowOut","mac":"02000000000B","aclID":"0a1b"}',
      ],
    },
    {
      text: '{"time":"2024-05-06T07:09:00Z","category":"FlowLogFlowEvent","flowRecords":{"flows":[]}}',
      event: { time: Date.UTC(2024, 4, 6, 7, 9) * 1000, message: 'no flows' },
    },
    { text: '{"records":[{"category":"kube-audit"}]}', event: null },
    { text: '{"properties":{"flows":3}}', event: null },
  ],
};

/** Flows that share a rule, and in version 1 and 2 a machine. */
interface Group {
  readonly rule: Json | undefined;
  readonly mac: Json | undefined;
  readonly aclID: Json | undefined;
  readonly tuples: readonly Json[];
}

function readBlob(records: readonly Json[]): Reading {
  const first = objectOf(records[0]);
  if (first === null || groupsOf(first) === null) return NOT_MINE;
  return new Several(records.map((record) => objectOf(record) ?? { record }));
}

function readRecord(record: JsonObject, groups: readonly Group[], event: LogEvent, context: ReadContext): Reading {
  event.type = 'network';
  event.setAttribute('resource_id', shortTextOf(record.resourceId) ?? shortTextOf(record.flowLogResourceID));
  event.setAttribute('target_resource_id', shortTextOf(record.targetResourceID));
  event.setAttribute('flow_log_version', integerOf(record.flowLogVersion) ?? integerOf(versionOf(record)));
  const contents: JsonObject[] = [];
  for (const { rule, mac, aclID, tuples } of groups) {
    for (const flowTuple of tuples) contents.push({ flowTuple, rule, mac, aclID });
  }
  if (contents.length > 0) return new Several(contents);
  setJsonTime(event, context, record.time);
  event.severity = 'info';
  event.message = 'no flows';
  return READ;
}

function versionOf(record: JsonObject): Json | undefined {
  return objectOf(record.properties)?.Version;
}

/** The groups of either kind of record; null when it is none. */
function groupsOf(record: JsonObject): Group[] | null {
  const { macAddress } = record;
  const inner = objectOf(record.flowRecords);
  if (inner !== null && Array.isArray(inner.flows)) {
    return nested(inner.flows, 'flowGroups', (flow, group) => groupOf(group, group.rule, macAddress, flow.aclID));
  }
  const properties = objectOf(record.properties);
  if (properties === null || !Array.isArray(properties.flows)) return null;
  const telling = record.category ?? properties.Version;
  const groups = nested(properties.flows, 'flows', (flow, group) => groupOf(group, flow.rule, group.mac, undefined));
  return groups.length > 0 || (telling === 'NetworkSecurityGroupFlowEvent' && properties.flows.length === 0)
    ? groups
    : null;
}

function nested(
  outer: Json | undefined,
  key: string,
  make: (flow: JsonObject, group: JsonObject) => Group | null,
): Group[] {
  const groups: Group[] = [];
  for (const element of arrayOf(outer)) {
    const flow = objectOf(element);
    for (const innerElement of arrayOf(flow?.[key])) {
      const inner = objectOf(innerElement);
      const group = flow === null || inner === null ? null : make(flow, inner);
      if (group !== null) groups.push(group);
    }
  }
  return groups;
}

function groupOf(
  group: JsonObject,
  rule: Json | undefined,
  mac: Json | undefined,
  aclID: Json | undefined,
): Group | null {
  return Array.isArray(group.flowTuples) ? { rule, mac, aclID, tuples: group.flowTuples as readonly Json[] } : null;
}
