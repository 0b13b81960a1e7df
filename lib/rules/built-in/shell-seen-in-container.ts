import type { BuiltInRule } from '../built-in-rule';

export const shellSeenInContainer: BuiltInRule = {
  kind: 'rule',
  name: 'shell-seen-in-container',
  title: 'A shell in a container',
  about:
    'Something that watches the runtime saw a shell with a terminal begin in a container. Everyday work in many clusters; the audit log tells whether somebody opened it through the API server. What no administrator does there has rules that are on: shells that servers start, and shells that are connected with an address.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1059.004', 'T1609'],
  matrix: ['MS-TA9007'],
  falsePositives: 'Administrators who debug; entry points of images that are shells with a terminal.',
  next: [
    { title: 'Who opened it by way of the API', q: 'type:audit subresource:(exec or attach) pod:"NAME"' },
    { title: 'Whom the pod talked to', q: 'type:network src_pod:"NAME" | count by dst_ip, dst_port, host' },
  ],
  off: true,
  q: 'type:node rule:/(terminal shell|shell (was )?(spawned|run|started) in|interactive shell|shell in (a )?container)/',
  by: ['namespace', 'pod'],
  hits: [
    { type: 'node', fields: { pod: 'web-0' }, attributes: { rule: 'Terminal shell in container' } },
    { type: 'node', attributes: { rule: 'Interactive shell in a container' } },
  ],
  misses: [
    { type: 'node', attributes: { rule: 'Read sensitive file untrusted' } },
    { type: 'node', attributes: { rule: 'Drop and execute new binary in container' } },
  ],
};
