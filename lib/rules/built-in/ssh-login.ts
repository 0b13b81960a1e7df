import type { BuiltInRule } from '../built-in-rule';

export const sshLogin: BuiltInRule = {
  kind: 'rule',
  name: 'ssh-login',
  title: 'A login over SSH',
  about: 'Somebody logged in over SSH.',
  level: 'informational',
  confidence: 'low',
  types: ['node'],
  techniques: ['T1021.004'],
  matrix: [],
  falsePositives: 'Administrators.',
  next: [{ title: 'What was run as root afterwards', q: 'type:node component:sudo user:"NAME"' }],
  silent: true,
  q: 'type:node protocol:ssh decision:allow src_ip:*',
  by: ['src_ip', 'user', 'node'],
  hits: [{ type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.9', user: 'ann' } }],
  misses: [{ type: 'node', fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', user: 'root' } }],
};
