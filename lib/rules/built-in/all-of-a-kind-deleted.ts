import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const allOfAKindDeleted: BuiltInRule = {
  kind: 'rule',
  name: 'all-of-a-kind-deleted',
  title: 'All objects of a kind deleted at once',
  about: 'One request deleted all workloads, secrets, volumes or settings of a namespace or of the cluster.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1485'],
  matrix: ['MS-TA9038'],
  falsePositives: 'Test environments that are taken down; kubectl delete --all.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit verb:deletecollection resource:(deployments or statefulsets or daemonsets or persistentvolumeclaims or persistentvolumes or secrets or configmaps or namespaces or services or volumesnapshots or cronjobs) ${WORKED} ${WITH_OWN_WILL}`,
  by: ['user', 'namespace'],
  hits: [
    request({
      user: 'ann',
      verb: 'deletecollection',
      resource: 'persistentvolumeclaims',
      namespace: 'shop',
      status: 200,
    }),
  ],
  misses: [
    request({
      user: 'system:serviceaccount:kube-system:namespace-controller',
      verb: 'deletecollection',
      resource: 'secrets',
      status: 200,
    }),
    request({ user: 'ann', verb: 'deletecollection', resource: 'secrets', status: 403 }),
    request({ user: 'ann', verb: 'delete', resource: 'secrets', name: 'a', status: 200 }),
  ],
};
