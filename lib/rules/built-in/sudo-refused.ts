import type { BuiltInRule } from '../built-in-rule';

export const sudoRefused: BuiltInRule = {
  kind: 'rule',
  name: 'sudo-refused',
  title: 'Somebody who may not become root tried to',
  about:
    'sudo refused a user who is not among those who may use it, or may not run this. Services and stolen accounts try so; who mistypes the own password is not found.',
  level: 'medium',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1548.003'],
  matrix: [],
  falsePositives: 'People who are new on a machine.',
  next: [
    { title: 'Where the user came from', q: 'type:node protocol:ssh user:"NAME" | count by src_ip, decision' },
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
  ],
  q: 'type:node component:sudo decision:forbid reason:/(not in sudoers|not allowed)/',
  by: ['node', 'user'],
  hits: [
    {
      type: 'node',
      fields: { component: 'sudo', decision: 'forbid', user: 'www-data', reason: 'user NOT in sudoers' },
    },
  ],
  misses: [
    {
      type: 'node',
      fields: { component: 'sudo', decision: 'forbid', user: 'ann', reason: '1 incorrect password attempt' },
    },
    { type: 'node', fields: { component: 'sudo', decision: 'allow', user: 'ann' } },
  ],
};
