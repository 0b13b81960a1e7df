import { awsVpcFlow } from './aws-vpc-flow';
import { FIELD_KINDS } from './aws-vpc-flow-fields';
import { NOT_MINE, type ObjectFormat } from './format';
import { ReadContext } from './read-context';

/** The same flows as objects, as Athena, Security Lake and log shippers give them; keys with dashes or underscores. */
export const awsVpcFlowJson: ObjectFormat = {
  name: 'aws-vpc-flow-json',
  title: 'AWS VPC flow log as JSON',
  about: 'The records of a VPC flow log as objects; read as the text format reads them.',
  source: 'AWS, Logging IP traffic using VPC Flow Logs: flow log records',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    if (object.srcaddr === undefined || object.dstaddr === undefined) return NOT_MINE;
    const names: string[] = [];
    const values: string[] = [];
    for (const key in object) {
      const name = key.replaceAll('_', '-');
      const value = object[key];
      if (!FIELD_KINDS.has(name) || (typeof value !== 'string' && typeof value !== 'number')) continue;
      names.push(name);
      const text = String(value);
      values.push(text === '' || /\s/.test(text) ? '-' : text);
    }
    const inner = new ReadContext(context.clock, context.path);
    inner.headers.set(awsVpcFlow.name, names);
    return awsVpcFlow.read(values.join(' '), event, inner);
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
    { text: '{"srcaddr":"somewhere","dstaddr":"elsewhere","msg":"moved"}', event: null },
  ],
};
