import type { BuiltInRule } from '../built-in-rule';
import { FROM_OUTSIDE } from '../clauses';

export const sshLoginFromInternet: BuiltInRule = {
  kind: 'rule',
  name: 'ssh-login-from-internet',
  title: 'A login over SSH from the internet',
  about:
    'Somebody logged in over SSH from an address of the internet, by a password or a key. Nodes of a cluster are seldom meant to be reached so.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1021.004', 'T1078.003'],
  matrix: [],
  falsePositives: 'Small clusters whose nodes are administered over the internet.',
  next: [
    { title: 'Who comes so otherwise', q: 'type:node protocol:ssh decision:allow | count by user, src_ip, ssh.method' },
    { title: 'What was run as root afterwards', q: 'type:node component:sudo user:"NAME"' },
  ],
  q: `type:node protocol:ssh decision:allow ${FROM_OUTSIDE}`,
  by: ['user', 'src_ip', 'node'],
  hits: [{ type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '203.0.113.9', user: 'ann' } }],
  misses: [
    { type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.9', user: 'ann' } },
    { type: 'node', fields: { protocol: 'ssh', decision: 'forbid', src_ip: '203.0.113.9', user: 'root' } },
  ],
};
