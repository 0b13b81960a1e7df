import type { BuiltInRule } from '../built-in-rule';

const READ = String.raw`\b(cat|head|tail|less|more|sed|awk|grep|base64|xxd|od|strings|cp|tar|curl|wget|cut|tee)\b.*\/(kubernetes\.io\/serviceaccount|eks\.amazonaws\.com\/serviceaccount|azure\/tokens|tokens\/gcp-ksa)`;

export const tokenFileRead: BuiltInRule = {
  kind: 'rule',
  name: 'token-file-read',
  title: 'The token of a pod read by a tool',
  about:
    'A tool that shows files read the token of a service account. Programs that need it read it themselves; a person uses cat.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1552.001', 'T1528'],
  matrix: ['MS-TA9016'],
  falsePositives: 'Scripts that speak to the API server with curl.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'Who opened it by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
    {
      title: 'What the account asked for',
      q: 'type:audit user:"system:serviceaccount:NAME" | count by verb, resource, status',
    },
  ],
  q: `type:node ((command:/${READ}/ or proc.cmdline:/${READ}/) or (rule:/(service ?account token|read.*serviceaccount)/))`,
  by: ['namespace', 'pod', 'node'],
  hits: [
    {
      type: 'node',
      fields: { pod: 'web-0' },
      attributes: { command: 'cat /var/run/secrets/kubernetes.io/serviceaccount/token' },
    },
    { type: 'node', attributes: { 'proc.cmdline': 'base64 /run/secrets/kubernetes.io/serviceaccount/token' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'ls /var/run/secrets' } },
    { type: 'node', attributes: { command: 'cat /etc/hostname' } },
  ],
};
