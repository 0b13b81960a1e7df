import type { Severity } from '@/lib/events';
import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { cut, integerOf, objectOf, textOf } from './json-value';

export const wazuhAlert: ObjectFormat = {
  name: 'wazuh-alert',
  title: 'Wazuh and OSSEC alerts',
  about:
    'A rule that a line of a machine’s log met, with its level from 0 to 15, the machine’s agent and the line itself.',
  source: 'https://documentation.wazuh.com/current/user-manual/ruleset/rules/rules-classification.html',
  type: 'node',
  reads: 'object',
  read(object, event, context) {
    const rule = objectOf(object.rule);
    const level = integerOf(rule?.level);
    const what = textOf(rule?.description) ?? textOf(rule?.comment);
    const agent = objectOf(object.agent);
    if (level === null || what === null) return NOT_MINE;
    if (agent === null && textOf(object.full_log) === null) return NOT_MINE;
    event.type = 'node';
    event.component = 'wazuh';
    event.node = textOf(agent?.name);
    event.severity = severityOf(level);
    event.message = cut(what);
    const { manager: _manager, ...rest } = object;
    readJsonRecord(rest, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"timestamp":"2024-05-06T07:08:09.123+0000","rule":{"level":10,"description":"sshd: many failed logins","id":"5712"},"agent":{"id":"001","name":"node-1"},"manager":{"name":"lab"},"id":"1.1","full_log":"Failed password for root","data":{"srcip":"192.0.2.7"},"location":"/var/log/auth.log"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000,
        type: 'node',
        node: 'node-1',
        severity: 'error',
        message: 'sshd: many failed logins',
      },
    },
    { text: '{"rule":{"level":3,"description":"cart opened"}}', event: null },
    { text: '{"rule":"cart","full_log":"x"}', event: null },
  ],
};

function severityOf(level: number): Severity {
  if (level >= 12) return 'critical';
  if (level >= 10) return 'error';
  if (level >= 7) return 'warning';
  return level >= 4 ? 'notice' : 'info';
}
