import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const portOfNodesOpened: BuiltInRule = {
  kind: 'rule',
  name: 'port-of-nodes-opened',
  title: 'A service opened on all nodes',
  about: 'A service was made that every node listens for (NodePort), or that takes addresses from outside for itself.',
  level: 'low',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1133'],
  matrix: ['MS-TA9005'],
  falsePositives: 'Developers on clusters without a load balancer; ingress controllers.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:services ${MADE} (service.type:NodePort or service.externalIPs:*)`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request({ user: 'ann', verb: 'create', resource: 'services', status: 201 }, { 'service.type': 'NodePort' }),
    request(
      { user: 'ann', verb: 'create', resource: 'services', decision: 'allow' },
      { 'service.type': 'ClusterIP', 'service.externalIPs': '203.0.113.9' },
    ),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'services', status: 201 }, { 'service.type': 'ClusterIP' }),
    request({ user: 'ann', verb: 'create', resource: 'services', status: 409 }, { 'service.type': 'NodePort' }),
    request({ user: 'ann', verb: 'create', resource: 'services', decision: 'forbid' }, { 'service.type': 'NodePort' }),
  ],
};
