import type { ReadyHunt } from '../ready-hunt';

const WRITTEN = String.raw`(>|\btee |\bcp |\bmv |\binstall |\bln |\bchattr |sed -i).*(authorized_keys|\/etc\/cron|\/var\/spool\/cron|\/etc\/systemd\/system|\/etc\/kubernetes\/manifests|ld\.so\.preload|\/etc\/sudoers|\/etc\/profile\.d|\/etc\/rc\.local|\/etc\/pam\.d)|\bcrontab +(-e|-r|-u|\/|[a-z.])|\b(useradd|adduser|usermod|chpasswd) |\b(insmod|modprobe) `;

export const leftOnNodes: ReadyHunt = {
  name: 'left-on-nodes',
  title: 'Left behind on machines',
  hypothesis:
    'Somebody leaves himself a way back onto a machine: a key, a user, a unit, a job, a pod of the kubelet’s own.',
  type: 'node',
  tactics: ['Persistence'],
  techniques: ['T1098.004', 'T1136.001', 'T1543.002', 'T1053.003', 'T1543.005', 'T1547.006'],
  lookFor:
    'Keys written outside of the provisioning of machines, users with the id 0, units and cron tables changed by hand, manifests in the folder of the kubelet.',
  falsePositives:
    'Provisioning and upgrades of machines: they come from the same tool, on all machines, at about the same time.',
  next: [
    { title: 'Who was on the machine', q: 'type:node node:"NAME" protocol:ssh decision:allow' },
    { title: 'Whether other machines have the same', q: 'type:node command:* | count by node, command' },
  ],
  steps: [
    {
      title: 'Keys, users, units, jobs and modules put in by a command',
      types: ['node'],
      q: `type:node (command:/${WRITTEN}/ or process.arguments:/${WRITTEN}/) | count, min time by node, user, component, command`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        { type: 'node', attributes: { command: "bash -c echo 'ssh-ed25519 AAAA ops' >> /root/.ssh/authorized_keys" } },
        { type: 'node', attributes: { command: '/usr/bin/cp x.yaml /etc/kubernetes/manifests/' } },
        { type: 'node', attributes: { command: '/usr/sbin/useradd -o -u 0 backup2' } },
        { type: 'node', attributes: { command: 'crontab -e' } },
      ],
      misses: [
        { type: 'node', attributes: { command: 'test -x /etc/cron.daily/sysstat' } },
        { type: 'node', attributes: { command: 'cat /root/.ssh/authorized_keys' } },
        { type: 'node', attributes: { command: 'crontab -l' } },
      ],
    },
    {
      title: 'Users and groups made or changed',
      types: ['node'],
      q: 'type:node component:(useradd or adduser or usermod or groupadd or gpasswd or chpasswd or passwd or userdel) severity>=notice | count by node, component, target.user, account.uid, account.shell',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'node', severity: 'notice', fields: { component: 'useradd' }, attributes: { 'target.user': 'x' } },
      ],
      misses: [{ type: 'node', severity: 'info', fields: { component: 'passwd' }, message: 'password check' }],
    },
    {
      title: 'Cron tables replaced or edited',
      types: ['node'],
      q: 'type:node cron.action:(REPLACE or "BEGIN EDIT" or "END EDIT" or DELETE) | count, min time by node, user, cron.action',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [{ type: 'node', fields: { component: 'crontab' }, attributes: { 'cron.action': 'REPLACE' } }],
      misses: [{ type: 'node', fields: { component: 'CRON' }, attributes: { 'cron.action': 'CMD' } }],
    },
    {
      title: 'Modules loaded into the kernel',
      types: ['node'],
      q: 'type:node (syscall:(init_module or finit_module) or "module verification failed" or "loading out-of-tree module") | count, min time by node, component, comm, exe',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        { type: 'node', attributes: { syscall: 'finit_module' } },
        { type: 'node', message: 'x: module verification failed: signature and/or required key missing' },
      ],
      misses: [{ type: 'node', attributes: { syscall: 'execve' } }],
    },
  ],
};
