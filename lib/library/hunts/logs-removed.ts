import type { ReadyHunt } from '../ready-hunt';

const TAMPERING = String.raw`(journalctl.*--(vacuum|rotate)|(rm|shred|truncate|unlink|dd) .*\/var\/log\/|> *\/var\/log\/|\.(bash|zsh|sh|ash|python)_history|history -c|HISTFILE|HISTSIZE=0|auditctl .*-(D|e *0|d|W)|(systemctl|service) .*(stop|disable|mask).*(auditd|syslog|journald|falco|tetragon|tracee|osquery|wazuh|fluent|filebeat|promtail)|(kill|killall|pkill) .*(auditd|syslogd|falco|tetragon|osqueryd))`;

export const logsRemoved: ReadyHunt = {
  name: 'logs-removed',
  title: 'Logs emptied, watchers stopped',
  hypothesis: 'Somebody on a machine removes his traces, or stops what would have written them.',
  type: 'node',
  tactics: ['Defense Evasion'],
  techniques: ['T1070.002', 'T1070.003', 'T1562.001', 'T1562.012'],
  lookFor:
    'Commands that empty logs or the history of a shell, and a watcher that stops; then a log that has nothing more to say. What was shipped before is still here.',
  falsePositives:
    'Rotation by logrotate (which is no command of a person), administrators who make room on a full disk.',
  next: [
    { title: 'What the same machine wrote over time', q: 'node:"NAME" | timeline by type' },
    { title: 'What was run before', q: 'type:node node:"NAME" command:* | fields time, user, command' },
  ],
  steps: [
    {
      title: 'Commands that remove traces',
      types: ['node'],
      q: `type:node (command:/${TAMPERING}/ or process.arguments:/${TAMPERING}/ or proc.cmdline:/${TAMPERING}/) | count, min time by node, user, command, proc.cmdline`,
      onSample: { lastDay: 5, quietDays: 0 },
      hits: [
        { type: 'node', attributes: { command: '/usr/bin/journalctl --vacuum-time=1s' } },
        { type: 'node', attributes: { command: '/usr/bin/rm -f /var/log/btmp' } },
        { type: 'node', attributes: { command: 'systemctl stop falco' } },
      ],
      misses: [
        { type: 'node', attributes: { command: '/usr/bin/journalctl -u kubelet --since -1h' } },
        { type: 'node', attributes: { command: '/usr/bin/tail -f /var/log/syslog' } },
        { type: 'node', attributes: { command: 'systemctl status falco' } },
      ],
    },
    {
      title: 'What the journal, the audit and the runtime say of it',
      types: ['node'],
      q: 'type:node (audit.type:(DAEMON_END or DAEMON_ABORT or CONFIG_CHANGE) or rule:/(clear log|log (files|activities)|delete.*history|shell history)/ or (component:systemd (stopped or stopping) (unit:/(audit|syslog|falco|tetragon|fluent|filebeat|promtail|osquery|wazuh)/ or "Security Auditing Service" or "System Logging Service"))) | count, min time by node, component, rule, audit.type',
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        { type: 'node', fields: { component: 'falco' }, attributes: { rule: 'Clear Log Activities' } },
        { type: 'node', fields: { component: 'auditd' }, attributes: { 'audit.type': 'DAEMON_END' } },
        {
          type: 'node',
          fields: { component: 'systemd' },
          message: 'Stopped auditd.service - Security Auditing Service.',
        },
      ],
      misses: [
        {
          type: 'node',
          fields: { component: 'systemd' },
          message: 'Started auditd.service - Security Auditing Service.',
        },
        { type: 'node', fields: { component: 'falco' }, attributes: { rule: 'Terminal shell in container' } },
      ],
    },
  ],
};
