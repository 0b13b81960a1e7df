import { type Json, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { addressOf, arrayOf, cut, integerOf, objectOf, shortTextOf } from './json-value';

const TEXTS = ['account_id', 'region', 'vpc_id', 'query_class', 'transport'] as const;
const FIREWALL = ['firewall_rule_action', 'firewall_rule_group_id', 'firewall_domain_list_id'] as const;

/** Queries that a VPC's resolver answered, with what its DNS firewall made of them. */
export const route53Resolver: ObjectFormat = {
  name: 'route53-resolver',
  title: 'Route 53 resolver queries',
  about: 'DNS queries out of a VPC: who asked for which name, what came back, and whether the DNS firewall objected.',
  source: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-format.html',
  type: 'network',
  reads: 'object',
  read(object, event, context) {
    if (typeof object.query_name !== 'string' || object.query_timestamp === undefined) return NOT_MINE;
    event.type = 'network';
    setJsonTime(event, context, object.query_timestamp);
    const name = cut(object.query_name);
    event.host = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
    event.protocol = 'dns';
    event.srcIp = addressOf(object.srcaddr);
    event.srcPort = integerOf(object.srcport);
    const code = shortTextOf(object.rcode);
    const action = shortTextOf(object.firewall_rule_action);
    event.verdict = (action ?? code)?.toLowerCase() ?? null;
    event.severity = action === 'BLOCK' || action === 'ALERT' ? 'warning' : 'info';
    const type = shortTextOf(object.query_type);
    event.setAttribute('query_type', type);
    event.setAttribute('rcode', code);
    event.setAttribute('answers', answersOf(object.answers));
    const ids = objectOf(object.srcids);
    event.setAttribute('instance_id', shortTextOf(ids?.instance));
    event.setAttribute('resolver_endpoint', shortTextOf(ids?.resolver_endpoint));
    for (const key of [...TEXTS, ...FIREWALL]) event.setAttribute(key, shortTextOf(object[key]));
    event.message = [type ?? '?', event.host, '→', code ?? '?', action].filter((part) => part !== null).join(' ');
    return READ;
  },
  examples: [
    {
      text: '{"version":"1.100000","account_id":"123456789012","region":"us-east-1","vpc_id":"vpc-0a1b","query_timestamp":"2024-05-06T07:08:09Z","query_name":"bad.example.","query_type":"A","query_class":"IN","rcode":"NOERROR","answers":[{"Rdata":"192.0.2.9","Type":"A","Class":"IN"}],"srcaddr":"10.0.1.7","srcport":"40100","transport":"UDP","srcids":{"instance":"i-0a1b"},"firewall_rule_action":"ALERT"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        type: 'network',
        severity: 'warning',
        srcIp: '10.0.1.7',
        srcPort: 40100,
        host: 'bad.example',
        protocol: 'dns',
        verdict: 'alert',
        message: 'A bad.example → NOERROR ALERT',
      },
    },
    { text: '{"query_name":"SELECT","duration":3}', event: null },
  ],
};

/** The data of the first answers. */
function answersOf(value: Json | undefined): string | null {
  const answers = arrayOf(value).slice(0, 32);
  const texts = answers.map((answer) => shortTextOf(objectOf(answer)?.Rdata)).filter((text) => text !== null);
  return texts.length === 0 ? null : cut(texts.join(','));
}
