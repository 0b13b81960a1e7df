import type { BuiltInRule } from '../built-in-rule';

const ASKING = String.raw`\b(curl|wget|nc|ncat|http|httpie|python[0-9.]*|perl|ruby|php)\b.*(169\.254\.169\.254|fd00:ec2::254|metadata\.google\.internal|100\.100\.100\.200|169\.254\.170\.(2|23)\b)`;

export const metadataAskedByHand: BuiltInRule = {
  kind: 'rule',
  name: 'metadata-asked-by-hand',
  title: 'The metadata of the cloud asked by a tool',
  about:
    'A tool such as curl asked the service that hands out the identity of a node or a pod, within a container. Libraries ask it themselves; a person uses curl.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1552.005'],
  matrix: ['MS-TA9028'],
  falsePositives: 'Scripts at the start of an image that look up their region.',
  next: [
    { title: 'All that was seen of the pod', q: 'pod:"NAME" | count by type, message' },
    { title: 'Who opened it by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
  ],
  q: `type:node (((command:/${ASKING}/ or proc.cmdline:/${ASKING}/) (pod:* or container:* or container.id:*)) or rule:/contact.*metadata/)`,
  by: ['node', 'namespace', 'pod'],
  hits: [
    {
      type: 'node',
      fields: { pod: 'web-0' },
      attributes: { command: '/usr/bin/curl http://169.254.169.254/latest/meta-data/iam/security-credentials/' },
    },
    { type: 'node', attributes: { rule: 'Contact cloud metadata service from container' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'curl http://169.254.169.254/latest/meta-data/local-ipv4' } },
    { type: 'node', fields: { pod: 'web-0' }, attributes: { command: 'curl http://10.0.0.9/healthz' } },
  ],
};
