import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, PODS_OR_TEMPLATES, SENSITIVE_PATHS, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const sensitiveHostPath: BuiltInRule = {
  kind: 'rule',
  name: 'sensitive-host-path',
  title: 'A pod with sensitive files of its node',
  about:
    'A pod, or what makes pods, mounts a path with which one has the node: its root, its configuration, its processes, or a socket of the runtime. Falco’s, Panther’s and Elastic’s lists.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9013'],
  falsePositives:
    'Agents of nodes: networks, storage, monitoring, security. They are installed seldom, into namespaces of their own.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: `type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} ${SENSITIVE_PATHS}`,
  by: ['user', 'namespace'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.hostPaths': '/' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'daemonsets', namespace: 'shop', status: 201 },
      { 'pod.hostPaths': '/data,/var/run/docker.sock' },
    ),
    request(
      { user: 'ann', verb: 'update', resource: 'cronjobs', namespace: 'shop', status: 200 },
      { 'pod.hostPaths': '/var/lib/kubelet' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.hostPaths': '/etc/localtime' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.hostPaths': '/data' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 },
      { 'pod.hostPaths': '/' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:daemon-set-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.hostPaths': '/etc/cni' },
    ),
  ],
};
