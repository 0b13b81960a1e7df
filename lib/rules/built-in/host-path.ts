import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, PODS_OR_TEMPLATES, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const hostPath: BuiltInRule = {
  kind: 'rule',
  name: 'host-path',
  title: 'A pod with files of its node',
  about:
    'A pod, or what makes pods, mounts any path of its node. Off at first; sensitive paths have a rule of their own that is on.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9013'],
  falsePositives: 'Data on local disks, the zone of time, agents of nodes.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  off: true,
  q: `type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} pod.hostPaths:*`,
  by: ['user', 'namespace'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.hostPaths': '/mnt/data' },
    ),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 }, { images: 'nginx' }),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 },
      { 'pod.hostPaths': '/mnt/data' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:daemon-set-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.hostPaths': '/mnt/data' },
    ),
  ],
};
