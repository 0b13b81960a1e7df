import type { BuiltInRule } from '../built-in-rule';

const WRITTEN = String.raw`(>|\b(tee|cp|mv|install|ln|dd|sed +-i|curl.*-o|wget.*-O|chattr|ssh-copy-id)\b).*authorized_keys`;

export const loginKeyAdded: BuiltInRule = {
  kind: 'rule',
  name: 'login-key-added',
  title: 'A key for logins was put on a node',
  about: 'A command writes a file of the keys that may log in over SSH.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1098.004'],
  matrix: [],
  falsePositives: 'Provisioning, which does the same on all nodes at about the same time.',
  next: [
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
    { title: 'Who logged in afterwards', q: 'type:node protocol:ssh decision:allow | count by user, src_ip, node' },
  ],
  q: `type:node (command:/${WRITTEN}/ or proc.cmdline:/${WRITTEN}/ or rule:/(ssh.*authorized_keys|adding ssh keys)/)`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: "bash -c echo 'ssh-ed25519 AAAA ops' >> /root/.ssh/authorized_keys" } },
    { type: 'node', attributes: { command: 'tee -a /home/ann/.ssh/authorized_keys' } },
    { type: 'node', attributes: { rule: 'Adding ssh keys to authorized_keys' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'cat /root/.ssh/authorized_keys' } },
    { type: 'node', attributes: { command: 'ssh-keygen -lf /root/.ssh/id_ed25519.pub' } },
  ],
};
