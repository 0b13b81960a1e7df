import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, PODS_OR_TEMPLATES, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const hostProcessesPod: BuiltInRule = {
  kind: 'rule',
  name: 'host-processes-pod',
  title: 'A pod with the processes of its node',
  about:
    'A pod, or what makes pods, shares the process or the IPC namespace of its node: it sees and reaches what all others run.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9018'],
  falsePositives:
    'Agents of nodes: networks, storage, monitoring, security. They are installed seldom, into namespaces of their own.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: `type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} (pod.hostPID:true or pod.hostIPC:true)`,
  by: ['user', 'namespace'],
  hits: [
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 }, { 'pod.hostPID': true }),
    request(
      { user: 'ann', verb: 'create', resource: 'deployments', namespace: 'shop', status: 201 },
      { 'pod.hostIPC': true },
    ),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 }, { 'pod.hostPID': true }),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.hostNetwork': true },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:daemon-set-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.hostPID': true },
    ),
  ],
};
