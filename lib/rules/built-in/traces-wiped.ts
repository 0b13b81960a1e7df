import type { BuiltInRule } from '../built-in-rule';

const WIPING = String.raw`(journalctl.*--(vacuum|rotate)|\b(rm|shred|truncate|unlink|dd|wipe|srm)\b .*\/var\/log\/(btmp|wtmp|lastlog|auth|secure|syslog|messages|audit|kern|journal|faillog|kubernetes|kube-apiserver|containers\/?( |$|\*))|(^|[^0-9&>])> *\/var\/log\/|\b(rm|shred|truncate|ln|unlink|dd)\b.*\.(bash|zsh|sh|ash|python|mysql|psql)_history|history +-[cw]|HISTFILE=|HISTSIZE=0|unset +HISTFILE)`;

export const tracesWiped: BuiltInRule = {
  kind: 'rule',
  name: 'traces-wiped',
  title: 'Logs or a history wiped',
  about: 'A command empties logs, the journal or the history of a shell.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1070.002', 'T1070.003'],
  matrix: ['MS-TA9021'],
  falsePositives: 'An administrator who makes room on a full disk. Rotation is no command of a person.',
  next: [
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
    { title: 'What the machine wrote over time', q: 'node:"NAME" | timeline by type' },
  ],
  q: `type:node (command:/${WIPING}/ or proc.cmdline:/${WIPING}/ or rule:/(clear log activities|delete or rename shell history|log.*(clear|tamper|truncat))/)`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: '/usr/bin/journalctl --vacuum-time=1s' } },
    { type: 'node', attributes: { command: '/usr/bin/rm -f /var/log/btmp' } },
    { type: 'node', attributes: { command: 'truncate -s 0 /var/log/auth.log' } },
    { type: 'node', attributes: { rule: 'Clear Log Activities' } },
  ],
  misses: [
    { type: 'node', attributes: { command: '/usr/bin/journalctl -u kubelet --since -1h' } },
    { type: 'node', attributes: { command: '/usr/sbin/logrotate /etc/logrotate.conf' } },
    { type: 'node', attributes: { command: 'rm -rf /var/log/pods/shop_web-0/old' } },
    { type: 'node', attributes: { command: 'tail -f /var/log/syslog' } },
  ],
};
