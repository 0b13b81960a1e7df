import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { CAPABILITIES, NOT_AT_HOME, PODS_OR_TEMPLATES, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const dangerousCapabilitiesPod: BuiltInRule = {
  kind: 'rule',
  name: 'dangerous-capabilities-pod',
  title: 'A pod with capabilities that amount to its node',
  about: 'A container was given capabilities with which one leaves it: Panther’s and Elastic’s lists.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9018'],
  falsePositives:
    'Agents of nodes: networks, storage, monitoring, security. They are installed seldom, into namespaces of their own. NET_ADMIN alone is usual for networks.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: `type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} ${CAPABILITIES}`,
  by: ['user', 'namespace'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.capabilities': 'NET_RAW,SYS_ADMIN' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'jobs', namespace: 'shop', status: 201 },
      { 'pod.capabilities': 'CAP_BPF' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.capabilities': 'NET_BIND_SERVICE,CHOWN' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 },
      { 'pod.capabilities': 'SYS_ADMIN' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:daemon-set-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.capabilities': 'SYS_ADMIN' },
    ),
  ],
};
