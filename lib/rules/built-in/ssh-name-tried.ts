import type { BuiltInRule } from '../built-in-rule';

export const sshNameTried: BuiltInRule = {
  kind: 'rule',
  name: 'ssh-name-tried',
  title: 'A name tried over SSH',
  about: 'Somebody was refused a login over SSH as root, or as a user that the machine does not know.',
  level: 'low',
  confidence: 'low',
  types: ['node'],
  techniques: ['T1110.003'],
  matrix: [],
  falsePositives: 'A name that was mistyped; robots of the internet.',
  next: [
    {
      title: 'All logins from the address',
      q: 'type:node protocol:ssh src_ip:"ADDRESS" | count by user, node, decision',
    },
  ],
  silent: true,
  q: 'type:node protocol:ssh decision:forbid src_ip:* (user:root or reason:"invalid user")',
  by: ['src_ip', 'node'],
  hits: [
    { type: 'node', fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', user: 'root' } },
    {
      type: 'node',
      fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', user: 'oracle', reason: 'invalid user' },
    },
  ],
  misses: [
    { type: 'node', fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', user: 'ann' } },
    { type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.9', user: 'root' } },
  ],
};
