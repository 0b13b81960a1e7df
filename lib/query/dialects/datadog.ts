import { Datadog } from './datadog-parser';
import type { Dialect } from './dialect';

const CERTAIN = /(?:^|[\s(-])(?:@(?!timestamp\b|version\b)[A-Za-z_][\w.-]*:|kube_\w+:|\*:[^*\s])|\bCIDR\(\s*@/;
const POSSIBLE = /(?:^|[\s(-])(?:status:(?:\(\s*)?[a-z]|host:|container_name:|pod_name:)/i;

/** Datadog's search of logs. Grammar: https://docs.datadoghq.com/logs/explorer/search_syntax/ */
export const datadog: Dialect = {
  name: 'datadog',
  title: 'Datadog',
  likeness(text) {
    if (CERTAIN.test(text)) return 'certain';
    return POSSIBLE.test(text) ? 'possible' : 'no';
  },
  translate: (text) => new Datadog(text).translation(),
  examples: [
    {
      text: '@http.status_code:>=500 service:web -env:prod',
      reads: 'status>=500 and component:web and not env:prod',
      finds: [
        { status: 500, component: 'web', env: 'dev' },
        { status: 503, component: 'web' },
      ],
      misses: [
        { status: 503, component: 'web', env: 'prod' },
        { status: 404, component: 'web' },
      ],
    },
    {
      text: 'status:(error OR warn) kube_namespace:shop',
      reads: 'severity:(error or warning) and namespace:shop',
      finds: [{ severity: 'warning', namespace: 'shop' }],
      misses: [{ severity: 'info', namespace: 'shop' }, { severity: 'error' }],
    },
    {
      text: '@duration:>5000000000 OR @duration:[1000000 TO 2000000]',
      reads: 'duration_ms>5000 or duration_ms:[1 TO 2]',
      finds: [{ duration_ms: 5001 }, { duration_ms: 2 }],
      misses: [{ duration_ms: 4999 }],
    },
    {
      text: 'CIDR(@network.client.ip, 10.0.0.0/8, 192.168.0.0/16) -@usr.id:*',
      reads: 'src_ip:(10.0.0.0/8 or 192.168.0.0/16) and not user:*',
      finds: [{ src_ip: '10.1.2.3' }, { src_ip: '192.168.9.9' }],
      misses: [{ src_ip: '11.0.0.1' }, { src_ip: '10.1.2.3', user: 'a' }],
    },
    {
      text: '"connection refused" @kind:web*-? *:needle',
      reads: '"connection refused" and resource:web*-? and needle',
      finds: [{ text: 'connection refused, needle', resource: 'web-1-2' }],
      misses: [
        { text: 'connection refused', resource: 'web-1-2' },
        { text: 'connection refused needle', resource: 'web' },
      ],
    },
    {
      text: '@a.b:"x*" host:n1',
      reads: 'a.b:"x*" and node:n1',
      finds: [{ 'a.b': 'x*', node: 'n1' }],
      misses: [{ 'a.b': 'xy', node: 'n1' }],
    },
    { text: '@a:1 source:nginx', refused: /source/, at: 'source' },
    { text: '@a:1 status:ok', refused: /a severity is one of/, at: 'ok' },
    { text: 'CIDR(@x, 10.0.0.0/8)', refused: /address/, at: '@x' },
    { text: '@a:(b', refused: /not closed/, at: '(' },
    { text: '@a:>x', refused: /needs a number/, at: 'x' },
  ],
};
