import { request, SYSTEM_NAMESPACES } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const madeInSystemNamespace: BuiltInRule = {
  kind: 'rule',
  name: 'made-in-system-namespace',
  title: 'Made by a person among the system’s own',
  about:
    'A workload or an account was made in a namespace of the system by somebody who is not of it: few look there, and names are easily mistaken.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1036.005', 'T1610'],
  matrix: ['MS-TA9023'],
  falsePositives: 'Installations and upgrades of the platform by its administrators.',
  next: [
    WHAT_ELSE_BY_USER,
    { title: 'What it runs', q: 'type:audit name:"NAME" pod.commands:* | count by pod.commands, images' },
  ],
  q: `type:audit resource:(pods or serviceaccounts or deployments or daemonsets or statefulsets or replicasets or jobs or cronjobs) ${MADE} ${NO_ADD_ON} ${SYSTEM_NAMESPACES}`,
  by: ['user', 'namespace'],
  hits: [
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'kube-system', status: 201 }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'create',
      resource: 'serviceaccounts',
      namespace: 'kube-public',
      status: 201,
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'shop', status: 201 }),
    request({ user: 'ann', verb: 'create', resource: 'pods', namespace: 'kube-system', status: 403 }),
    request({
      user: 'system:serviceaccount:kube-system:daemon-set-controller',
      verb: 'create',
      resource: 'pods',
      namespace: 'kube-system',
      status: 201,
    }),
  ],
};
