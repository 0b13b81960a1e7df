import type { BuiltInRule } from '../built-in-rule';

const WATCHERS =
  '(auditd|rsyslog|syslog|syslogd|syslog-ng|systemd-journald|journald|falco|tetragon|tracee|osquery|osqueryd|wazuh|wazuh-agent|fluent-bit|fluentd|filebeat|promtail|vector|otelcol|crowdstrike|falcon-sensor|sysdig|datadog-agent)';
const STOPPING = String.raw`(auditctl +-(D|e *0|W)|(systemctl|service)\b.*\b(stop|disable|mask|kill)\b.*\b${WATCHERS}|service +${WATCHERS} +stop|\b(kill|killall|pkill)\b.*\b${WATCHERS}|setenforce +0|\b(ufw|firewalld?)\b.*(disable|stop)|iptables +-F\b)`;

export const watcherStopped: BuiltInRule = {
  kind: 'rule',
  name: 'watcher-stopped',
  title: 'What watches a node was stopped',
  about:
    'A command stops, disables or changes what writes or ships logs: the audit daemon, the syslog, sensors, shippers.',
  level: 'high',
  confidence: 'medium',
  types: ['node'],
  techniques: ['T1562.001'],
  matrix: [],
  falsePositives: 'Upgrades of these; they start them again at once.',
  next: [
    { title: 'All that was run on the node', q: 'type:node node:"NAME" command:* | fields time, user, command' },
    { title: 'What the machine wrote over time', q: 'node:"NAME" | timeline by type' },
  ],
  q: `type:node (command:/${STOPPING}/ or proc.cmdline:/${STOPPING}/)`,
  by: ['node', 'user', 'pod'],
  hits: [
    { type: 'node', attributes: { command: 'systemctl stop falco' } },
    { type: 'node', attributes: { command: 'auditctl -e 0' } },
    { type: 'node', attributes: { command: 'pkill -9 tetragon' } },
  ],
  misses: [
    { type: 'node', attributes: { command: 'systemctl status falco' } },
    { type: 'node', attributes: { command: 'auditctl -l' } },
    { type: 'node', attributes: { command: 'systemctl restart auditd' } },
  ],
};
