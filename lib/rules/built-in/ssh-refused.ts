import type { BuiltInRule } from '../built-in-rule';

export const sshRefused: BuiltInRule = {
  kind: 'rule',
  name: 'ssh-refused',
  title: 'A refusal over SSH',
  about: 'Somebody was refused a login over SSH.',
  level: 'low',
  confidence: 'low',
  types: ['node'],
  techniques: ['T1110.001'],
  matrix: [],
  falsePositives: 'A key that is old, a password that was mistyped.',
  next: [
    {
      title: 'All logins from the address',
      q: 'type:node protocol:ssh src_ip:"ADDRESS" | count by user, node, decision',
    },
  ],
  silent: true,
  q: 'type:node protocol:ssh decision:forbid src_ip:*',
  by: ['src_ip', 'node'],
  hits: [{ type: 'node', fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', user: 'root' } }],
  misses: [{ type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.9', user: 'ann' } }],
};
