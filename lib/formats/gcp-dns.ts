import { NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { addressOf, numberOf, objectOf, shortTextOf } from './json-value';

/** Queries that Cloud DNS answered, as entries of Cloud Logging or as their payloads. */
export const gcpDns: ObjectFormat = {
  name: 'gcp-dns',
  title: 'Google Cloud DNS queries',
  about:
    'DNS queries of machines and clusters in a Google Cloud network: who asked for which name, and what came back.',
  source: 'https://cloud.google.com/dns/docs/monitoring#dns-log-record-format',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    const query = objectOf(object.jsonPayload) ?? object;
    if (query.queryName === undefined || query.responseCode === undefined) return NOT_MINE;
    event.type = 'network';
    setJsonTime(event, context, object.timestamp);
    const name = shortTextOf(query.queryName);
    event.host = name !== null && name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
    event.protocol = 'dns';
    event.srcIp = addressOf(query.sourceIP);
    event.dstIp = addressOf(query.destinationIP);
    const code = shortTextOf(query.responseCode);
    event.verdict = code?.toLowerCase() ?? null;
    event.severity = 'info';
    event.node = shortTextOf(query.vmInstanceName) ?? event.node;
    const latency = numberOf(query.serverLatency);
    if (latency !== null && latency >= 0) event.durationMs = latency;
    const type = shortTextOf(query.queryType);
    event.setAttribute('query_type', type);
    event.setAttribute('transport', shortTextOf(query.protocol)?.toLowerCase());
    event.setAttribute('answers', shortTextOf(query.rdata));
    event.setAttribute('source.network', shortTextOf(query.sourceNetwork));
    event.setAttribute('response_policy', shortTextOf(query.responsePolicy));
    event.message = `${type ?? '?'} ${event.host ?? '?'} → ${code ?? '?'}`;
    return READ;
  },
  examples: [
    {
      text: '{"insertId":"a1","jsonPayload":{"authAnswer":true,"protocol":"UDP","queryName":"cart.shop.example.","queryType":"A","responseCode":"NXDOMAIN","serverLatency":4,"sourceIP":"10.0.1.7","sourceNetwork":"lab","vmInstanceName":"node-1"},"logName":"projects/example/logs/dns.googleapis.com%2Fdns_queries","resource":{"type":"dns_query"},"timestamp":"2024-05-06T07:08:09.25Z"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 250) * 1000,
        type: 'network',
        protocol: 'dns',
        host: 'cart.shop.example',
        verdict: 'nxdomain',
        srcIp: '10.0.1.7',
        node: 'node-1',
        durationMs: 4,
        message: 'A cart.shop.example → NXDOMAIN',
      },
    },
    { text: '{"queryName":"ReadParams","sev":"Debug"}', event: null },
  ],
};
