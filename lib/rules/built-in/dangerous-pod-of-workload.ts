import { request, SYSTEM_NAMESPACES } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { CAPABILITIES, SENSITIVE_PATHS, WORKED } from '../clauses';
import { IN_THE_POD } from '../next-questions';

export const dangerousPodOfWorkload: BuiltInRule = {
  kind: 'rule',
  name: 'dangerous-pod-of-workload',
  title: 'A pod with its node, made for a workload',
  about:
    'A controller made a pod that is privileged or has the processes, sensitive files or capabilities of its node, outside of the namespaces of the system: whoever wrote the workload is found where the log keeps the body of the request for it, and this pod where it does not. Pods of DaemonSets are left out, as agents of nodes are made like this.',
  level: 'medium',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1610', 'T1611'],
  matrix: ['MS-TA9018', 'MS-TA9013'],
  falsePositives: 'Storage and network programs in namespaces of their own, each time that a pod of them starts.',
  next: [
    {
      title: 'Who made or changed the workload',
      q: 'type:audit namespace:"NAMESPACE" verb:(create or update or patch) resource:(deployments or statefulsets or jobs or cronjobs) | count by user, verb, resource, name',
    },
    IN_THE_POD,
  ],
  q: `type:audit resource:pods verb:create -subresource:* ${WORKED} -${SYSTEM_NAMESPACES} user:/^system:serviceaccount:kube-system:(replicaset|replication|statefulset|job|cronjob)-controller$/ (pod.privileged:true or pod.hostPID:true or pod.hostIPC:true or ${SENSITIVE_PATHS} or ${CAPABILITIES})`,
  by: ['namespace', 'image'],
  hits: [
    request(
      {
        user: 'system:serviceaccount:kube-system:replicaset-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.privileged': true },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:replicaset-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.hostPaths': '/' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:job-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { 'pod.capabilities': 'SYS_ADMIN' },
    ),
  ],
  misses: [
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
    request(
      { user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 },
      { 'pod.privileged': true },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:replicaset-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'kube-system',
        status: 201,
      },
      { 'pod.privileged': true },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:replicaset-controller',
        verb: 'create',
        resource: 'pods',
        namespace: 'shop',
        status: 201,
      },
      { images: 'nginx' },
    ),
  ],
};
