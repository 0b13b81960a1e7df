import { TO_OUTSIDE } from '../destinations';
import type { ReadyHunt } from '../ready-hunt';

const LOGINS = 'type:node protocol:ssh';

export const sshGuessing: ReadyHunt = {
  name: 'ssh-guessing',
  title: 'Passwords guessed over SSH',
  hypothesis: 'Somebody guesses passwords of a machine until one fits, and goes on from there.',
  type: 'node',
  tactics: ['Credential Access', 'Lateral Movement'],
  techniques: ['T1110.001', 'T1110.003', 'T1021.004', 'T1078.003'],
  lookFor:
    'Ten failures or more from one address, then a success from the same; failures from within, where nobody knocks by chance; a login by password on machines that use keys.',
  falsePositives:
    'A robot with an old key, a person with a new keyboard. From the internet somebody always tries: only a success counts.',
  next: [
    { title: 'What was run as root afterwards', q: 'type:node component:sudo user:"NAME"' },
    { title: 'What else came from the address', q: 'src_ip:0.0.0.0 | count by type, node, user, dst_port' },
  ],
  steps: [
    {
      title: 'Addresses with ten failures or more on one machine',
      types: ['node'],
      q: `${LOGINS} decision:forbid src_ip:* | count, distinct user, min time, max time by src_ip, node | where count>=10`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [{ type: 'node', fields: { protocol: 'ssh', decision: 'forbid', src_ip: '10.0.0.9', user: 'root' } }],
      misses: [{ type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.9', user: 'ann' } }],
    },
    {
      title: 'Let in by a password',
      types: ['node'],
      q: `${LOGINS} decision:allow ssh.method:(password or keyboard-interactive*) | count by user, src_ip, node`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        {
          type: 'node',
          fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.9', user: 'backup' },
          attributes: { 'ssh.method': 'password' },
        },
      ],
      misses: [
        {
          type: 'node',
          fields: { protocol: 'ssh', decision: 'allow', user: 'ann' },
          attributes: { 'ssh.method': 'publickey' },
        },
        {
          type: 'node',
          fields: { protocol: 'ssh', decision: 'forbid', user: 'ann' },
          attributes: { 'ssh.method': 'password' },
        },
      ],
    },
    {
      title: 'Let in from the internet',
      types: ['node'],
      q: `${LOGINS} decision:allow ${TO_OUTSIDE.replaceAll('dst_ip', 'src_ip')} | count, distinct node by user, src_ip, ssh.method`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '203.0.113.9', user: 'ann' } }],
      misses: [{ type: 'node', fields: { protocol: 'ssh', decision: 'allow', src_ip: '10.0.0.5', user: 'ann' } }],
    },
  ],
};
