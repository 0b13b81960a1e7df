import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { addressOf, integerOf, textOf } from './json-value';

export const awsNetworkPolicy: ObjectFormat = {
  name: 'aws-network-policy',
  title: 'AWS network policy agent',
  about: 'Connections that the agent of the VPC network plugin let through or denied on its node.',
  source: 'https://github.com/aws/aws-network-policy-agent, pkg/aws/cloudwatch.go and pkg/ebpf/events',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const verdict = textOf(object.Verdict);
    const source = addressOf(object['Src IP']);
    const destination = addressOf(object['Dest IP']);
    if (verdict === null || source === null || destination === null) return NOT_MINE;
    event.type = 'network';
    event.srcIp = source;
    event.dstIp = destination;
    event.srcPort = integerOf(object['Src Port']);
    event.dstPort = integerOf(object['Dest Port']);
    event.protocol = textOf(object.Proto)?.toLowerCase() ?? null;
    event.verdict = verdict.toLowerCase();
    event.severity = event.verdict === 'deny' ? 'warning' : 'info';
    event.message = `${source} → ${destination}${event.dstPort === null ? '' : `:${event.dstPort}`} ${event.verdict}`;
    const { 'Src IP': _source, 'Dest IP': _destination, level: _level, msg: _message, ...rest } = object;
    readJsonRecord(rest, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"level":"info","ts":"2024-05-06T07:08:09.123Z","logger":"ebpf-client","msg":"Flow Info:  ","Src IP":"10.0.1.7","Src Port":40100,"Dest IP":"10.0.2.8","Dest Port":53,"Proto":"UDP","Verdict":"DENY"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000,
        type: 'network',
        severity: 'warning',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        dstIp: '10.0.2.8',
        dstPort: 53,
        protocol: 'udp',
        verdict: 'deny',
        message: '10.0.1.7 → 10.0.2.8:53 deny',
      },
    },
    { text: '{"level":"info","msg":"ready","Verdict":"DENY"}', event: null },
    { text: '{"Src IP":"10.0.1.7","Dest IP":"10.0.2.8"}', event: null },
  ],
};
