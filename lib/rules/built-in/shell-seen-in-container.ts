import type { BuiltInRule } from '../built-in-rule';

export const shellSeenInContainer: BuiltInRule = {
  kind: 'rule',
  name: 'shell-seen-in-container',
  title: 'A shell in a container',
  about:
    "Something that watches the runtime saw an interactive shell begin in a container. Falco's and Tetragon's rules for it go by names like these; the audit log tells whether somebody opened it through the API server.",
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
  q: 'type:node rule:/(terminal shell|shell (was )?(spawned|run|started) in|interactive shell|reverse shell|shell in (a )?container|run shell untrusted)/',
  by: ['namespace', 'pod'],
  hits: [
    { type: 'node', fields: { pod: 'web-0' }, attributes: { rule: 'Terminal shell in container' } },
    { type: 'node', attributes: { rule: 'Run shell untrusted' } },
  ],
  misses: [
    { type: 'node', attributes: { rule: 'Read sensitive file untrusted' } },
    { type: 'node', attributes: { rule: 'Drop and execute new binary in container' } },
  ],
};
