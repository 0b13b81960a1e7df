import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const privilegedIdentityImpersonated: BuiltInRule = {
  kind: 'rule',
  name: 'privileged-identity-impersonated',
  title: 'Acting as an administrator or as the system',
  about:
    'Somebody asked in the name of an administrator, of a component of the system, of a node, or of the group that may do everything.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1078'],
  matrix: ['MS-TA9001'],
  falsePositives: 'Emergency access by --as, and consoles of clouds that ask in the name of administrators.',
  next: [
    WHAT_ELSE_BY_USER,
    {
      title: 'What was done in the other name',
      q: 'type:audit user:"NAME" impersonatedUser.username:* | count by impersonatedUser.username, verb, resource, status',
    },
  ],
  q: 'type:audit not decision:forbid -status:(401 or 403) (impersonatedUser.username:/^(system:(admin|masters|kube-.*|apiserver|node:.*|serviceaccount:kube-system:.*)|admin|cluster-admin|kubernetes-admin)$/ or impersonatedUser.groups:/(^|,)(system:masters|system:nodes|cluster-admins?)(,|$)/)',
  by: ['user'],
  hits: [
    request(
      { user: 'ann', verb: 'list', resource: 'secrets', status: 200 },
      { 'impersonatedUser.username': 'system:admin' },
    ),
    request(
      { user: 'ann', verb: 'list', resource: 'secrets', status: 200 },
      { 'impersonatedUser.username': 'x', 'impersonatedUser.groups': 'dev,system:masters' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'list', resource: 'pods', status: 200 },
      { 'impersonatedUser.username': 'bob@example.com' },
    ),
    request(
      { user: 'ann', verb: 'list', resource: 'pods', status: 403 },
      { 'impersonatedUser.username': 'system:admin' },
    ),
    request({ user: 'system:admin', verb: 'list', resource: 'secrets', status: 200 }),
  ],
};
