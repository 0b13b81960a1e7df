import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const daemonsetMade: BuiltInRule = {
  kind: 'rule',
  name: 'daemonset-made',
  title: 'A program put on every node',
  about: 'A DaemonSet was made by somebody who is not of the platform: it runs on every node there is and will be.',
  level: 'medium',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1610', 'T1543.005'],
  matrix: ['MS-TA9012'],
  falsePositives:
    'Agents of nodes: networks, storage, monitoring, security. They are installed seldom, into namespaces of their own.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:daemonsets ${MADE}`,
  by: ['user', 'namespace', 'name'],
  hits: [request({ user: 'ann', verb: 'create', resource: 'daemonsets', namespace: 'shop', status: 201 })],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'daemonsets', status: 403 }),
    request({ user: 'ann', verb: 'update', resource: 'daemonsets', status: 200 }),
    request({ user: 'ann', verb: 'create', resource: 'deployments', status: 201 }),
    request({
      user: 'system:serviceaccount:kube-system:daemon-set-controller',
      verb: 'create',
      resource: 'daemonsets',
      status: 201,
    }),
  ],
};
