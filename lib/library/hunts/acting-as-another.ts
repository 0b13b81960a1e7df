import { request } from '../example-request';
import type { ReadyHunt } from '../ready-hunt';

const PRIVILEGED =
  '(impersonatedUser.username:/^(system:(admin|masters|kube-.*|node:.*|serviceaccount:kube-system:.*)|admin|cluster-admin|kubernetes-admin)$/ or impersonatedUser.groups:/(^|,)(system:masters|system:nodes|cluster-admins?)(,|$)/)';

export const actingAsAnother: ReadyHunt = {
  name: 'acting-as-another',
  title: 'Requests in the name of another',
  hypothesis:
    'Somebody who may impersonate uses it to act with rights that are not his, and under a name that is not his.',
  type: 'audit',
  tactics: ['Privilege Escalation', 'Defense Evasion'],
  techniques: ['T1078', 'T1134'],
  lookFor:
    'Who acted as an administrator, a node or a component of the system; a person who never acted as another; what was read or changed that way.',
  falsePositives:
    'Dashboards, gateways and the consoles of clouds ask in the name of their users all day; administrators try what others may.',
  next: [
    {
      title: 'What was done in the other name',
      q: 'type:audit impersonatedUser.username:"NAME" | count by verb, resource, status',
    },
    {
      title: 'Who was given the right to impersonate',
      q: 'type:audit resource:(roles or clusterroles) role.verbs:*impersonate*',
    },
  ],
  steps: [
    {
      title: 'Who acted as an administrator or a part of the system',
      types: ['audit'],
      q: `type:audit ${PRIVILEGED} | count by user, impersonatedUser.username, verb, resource, status`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request({ user: 'bob', verb: 'list', resource: 'secrets' }, { 'impersonatedUser.username': 'system:admin' }),
        request(
          { user: 'bob', verb: 'list', resource: 'secrets' },
          { 'impersonatedUser.username': 'x', 'impersonatedUser.groups': 'dev,system:masters' },
        ),
      ],
      misses: [
        request(
          { user: 'gateway', verb: 'list', resource: 'pods' },
          { 'impersonatedUser.username': 'ann@shop.example' },
        ),
        request({ user: 'system:admin', verb: 'list', resource: 'secrets' }),
      ],
    },
    {
      title: 'Who acted as whom',
      types: ['audit'],
      q: 'type:audit impersonatedUser.username:* | count, distinct resource by user, impersonatedUser.username, user_agent',
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'bob', verb: 'get', resource: 'pods' }, { 'impersonatedUser.username': 'ann' })],
      misses: [request({ user: 'bob', verb: 'get', resource: 'pods' })],
    },
  ],
};
