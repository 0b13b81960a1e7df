import { awsVpcFlow } from './aws-vpc-flow';
import { FIELD_KINDS } from './aws-vpc-flow-fields';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { ReadContext } from './read-context';

/** The same flows as objects, as Athena, Security Lake and log shippers give them; keys with dashes, underscores or capitals. */
export const awsVpcFlowJson: ObjectFormat = {
  name: 'aws-vpc-flow-json',
  title: 'AWS VPC flow log as JSON',
  about: 'The records of a VPC flow log as objects; read as the text format reads them.',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    if (!isFlow(object)) return NOT_MINE;
    const names: string[] = [];
    const values: string[] = [];
    let start: Json | undefined;
    for (const key in object) {
      const name = NAMES.get(squashed(key));
      const value = object[key];
      if (name === undefined || names.includes(name)) continue;
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const text = String(value);
      // Some lakes make ISO times of the seconds.
      const isTime = ISO.test(text);
      if (name === 'start' && isTime) start = value;
      names.push(name);
      values.push(text === '' || isTime || /\s/.test(text) ? '-' : text);
    }
    const inner = new ReadContext(context.clock, context.path);
    inner.headers.set(awsVpcFlow.name, names);
    const reading = awsVpcFlow.read(values.join(' '), event, inner);
    if (reading !== NOT_MINE && start !== undefined) setJsonTime(event, context, start);
    return reading;
  },
  examples: [
    {
      text: '{"account_id":"123456789010","action":"REJECT","bytes":40,"dstaddr":"172.31.2.52","dstport":22,"end":1714979349,"flow_direction":"ingress","interface_id":"eni-0a1b","log_status":"OK","packets":1,"protocol":6,"srcaddr":"192.0.2.7","srcport":56858,"start":1714979289,"version":5}',
      event: {
        time: 1_714_979_289_000_000,
        srcIp: '192.0.2.7',
        srcPort: 56_858,
        dstIp: '172.31.2.52',
        dstPort: 22,
        protocol: 'tcp',
        verdict: 'reject',
        direction: 'ingress',
        bytes: 40,
      },
    },
    {
      text: '{"srcAddr":"192.0.2.7","dstAddr":"2001:db8:0:1:2:3:4:5","dstPort":22,"flowDirection":"ingress","start":"2024-05-06T07:08:09Z","end":"2024-05-06T07:09:09Z","account":"123456789010","status":"OK"}',
      event: { time: 1_714_979_289_000_000, dstIp: '2001:db8:0:1:2:3:4:5', dstPort: 22, direction: 'ingress' },
    },
    {
      text: '{"version":2,"interface-id":"eni-0a1b","log-status":"SKIPDATA","start":1714979289,"end":1714979349}',
      event: { severity: 'notice', message: 'eni-0a1b SKIPDATA', durationMs: 60_000 },
    },
    { text: '{"srcaddr":"somewhere","dstaddr":"elsewhere","msg":"moved"}', event: null },
  ],
};

/** Every field by its name in lower case without dashes, and names that lakes have for a few. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...[...FIELD_KINDS.keys()].map((name): [string, string] => [name.replaceAll('-', ''), name]),
  ['account', 'account-id'],
  ['status', 'log-status'],
]);

const KEY_MAX = 40;
const ISO = /^\d{4}-\d\d-\d\dT/;

function squashed(key: string): string {
  return key.length > KEY_MAX ? '' : key.replace(/[-_]/g, '').toLowerCase();
}

/** Both addresses, or an interface that had nothing to tell. */
function isFlow(object: JsonObject): boolean {
  if ((object.srcaddr ?? object.srcAddr) !== undefined) return (object.dstaddr ?? object.dstAddr) !== undefined;
  const status = object['log-status'] ?? object.log_status ?? object.logStatus;
  return status === 'NODATA' || status === 'SKIPDATA';
}
