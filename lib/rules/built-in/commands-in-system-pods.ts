import { request, SYSTEM_NAMESPACES, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const commandsInSystemPods: BuiltInRule = {
  kind: 'rule',
  name: 'commands-in-system-pods',
  title: 'A command run in a pod of the system',
  about:
    'Somebody ran a command in a pod of a namespace of the system, whose accounts can do more than those of applications.',
  level: 'medium',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1609'],
  matrix: ['MS-TA9006'],
  falsePositives: 'Administrators of the platform who look for a fault of network, storage or names.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: `type:audit ${IN_A_POD} ${SYSTEM_NAMESPACES} ${WITH_OWN_WILL}`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'kube-system', status: 101 }),
  ],
  misses: [
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 }),
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'kube-system', status: 403 }),
    request({
      user: 'system:serviceaccount:kube-system:node-agent',
      verb: 'get',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'kube-system',
      status: 101,
    }),
  ],
};
