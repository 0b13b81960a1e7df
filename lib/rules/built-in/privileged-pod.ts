import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NOT_AT_HOME, PODS_OR_TEMPLATES, WRITTEN } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const privilegedPod: BuiltInRule = {
  kind: 'rule',
  name: 'privileged-pod',
  title: 'A privileged pod',
  about:
    'A pod, or what makes pods, was made or changed to be privileged: its processes can do all that the node can. What controllers make of a template is left out, as the template is found.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9018'],
  falsePositives:
    'Agents of nodes: networks, storage, monitoring, security. They are installed seldom, into namespaces of their own.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: `type:audit ${PODS_OR_TEMPLATES} ${WRITTEN} ${NOT_AT_HOME} pod.privileged:true`,
  by: ['user', 'namespace'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.privileged': true },
    ),
    request(
      { user: 'ann', verb: 'patch', resource: 'daemonsets', namespace: 'shop', status: 200 },
      { 'pod.privileged': true },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201, decision: 'allow' },
      { 'pod.privileged': true },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 403 },
      { 'pod.privileged': true },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:daemon-set-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.privileged': true },
    ),
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 }, { images: 'nginx' }),
    request(
      {
        user: 'container-engine-robot@lab.iam.gserviceaccount.com',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.privileged': true },
    ),
  ],
};
