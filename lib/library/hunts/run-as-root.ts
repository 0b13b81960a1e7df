import type { ReadyHunt } from '../ready-hunt';

const KEYS = String.raw`(\/etc\/(shadow|gshadow|sudoers|kubernetes\/(admin|super-admin|controller-manager|scheduler|kubelet)\.conf|kubernetes\/pki)|\/root\/\.(ssh|kube|aws)|\.ssh\/id_|\.kube\/config|\/var\/lib\/(kubelet\/pki|etcd)|\/run\/secrets\/kubernetes\.io)`;

export const runAsRoot: ReadyHunt = {
  name: 'run-as-root',
  title: 'What was done as root',
  hypothesis: 'Somebody on a machine reaches for keys, or is root without having logged in.',
  type: 'node',
  tactics: ['Credential Access', 'Privilege Escalation'],
  techniques: ['T1552.001', 'T1552.004', 'T1548.003', 'T1003.008', 'T1611'],
  lookFor:
    'Files that are keys to the cluster; a program on a terminal that no login began, as of somebody who came out of a container; people who try sudo and may not.',
  falsePositives:
    'Installers (kubeadm) and backups that read the keys of the control plane at fixed times, consoles of a cloud.',
  next: [
    { title: 'What else was run there', q: 'type:node node:"NAME" command:* | fields time, user, tty, command' },
    { title: 'How the user came in', q: 'type:node node:"NAME" protocol:ssh decision:allow' },
  ],
  steps: [
    {
      title: 'Keys of the cluster and passwords read',
      types: ['node'],
      q: `type:node (command:/${KEYS}/ or process.arguments:/${KEYS}/) | count by node, user, component, command, process.arguments`,
      onSample: { lastDay: 6, quietDays: 0 },
      hits: [
        {
          type: 'node',
          fields: { component: 'sudo' },
          attributes: { command: '/usr/bin/cat /etc/kubernetes/admin.conf' },
        },
        { type: 'node', attributes: { 'process.binary': '/bin/cat', 'process.arguments': '/etc/shadow' } },
      ],
      misses: [{ type: 'node', fields: { component: 'sudo' }, attributes: { command: '/usr/bin/crictl ps' } }],
    },
    {
      title: 'Programs on a terminal that no login began',
      types: ['node'],
      q: 'type:node format:auditd command:* tty:pts* auid:(unset or 4294967295) | count, min time, max time by node, tty, command',
      onSample: { lastDay: 5, quietDays: 0 },
      hits: [
        { type: 'node', fields: { format: 'auditd' }, attributes: { command: 'bash', tty: 'pts1', auid: 'unset' } },
      ],
      misses: [
        { type: 'node', fields: { format: 'auditd' }, attributes: { command: 'bash', tty: 'pts1', auid: 1000 } },
      ],
    },
    {
      title: 'Refused to become root',
      types: ['node'],
      q: 'type:node component:(sudo or su) decision:forbid | count by node, user, component, command, reason',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'node', fields: { component: 'sudo', decision: 'forbid', user: 'www-data' } }],
      misses: [{ type: 'node', fields: { component: 'sudo', decision: 'allow', user: 'ann' } }],
    },
  ],
};
