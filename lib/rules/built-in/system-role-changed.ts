import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NO_ADD_ON, WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const systemRoleChanged: BuiltInRule = {
  kind: 'rule',
  name: 'system-role-changed',
  title: 'A role of the system changed',
  about:
    'A role whose name belongs to the system was changed or deleted by somebody who is not of the platform: components and everybody who is bound to it have other rights at once.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1098.006', 'T1562.001'],
  matrix: ['MS-TA9019'],
  falsePositives:
    'Upgrades of the platform by hand. system:coredns and the certificates of GKE are left out, as installers write them.',
  next: [WHAT_ELSE_BY_USER],
  q: String.raw`type:audit resource:(roles or clusterroles) verb:(update or patch or delete or deletecollection) -subresource:* ${WORKED} ${WITH_OWN_WILL} ${NO_ADD_ON} name:/^(system:|eks:|gke-|aks-service$)/ -name:(system\:coredns or system\:managed-certificate-controller)`,
  by: ['user', 'name'],
  hits: [
    request({ user: 'ann', verb: 'patch', resource: 'clusterroles', name: 'system:node', status: 200 }),
    request({ user: 'ann', verb: 'delete', resource: 'clusterroles', name: 'system:kube-scheduler', status: 200 }),
  ],
  misses: [
    request({ user: 'ann', verb: 'update', resource: 'clusterroles', name: 'system:coredns', status: 200 }),
    request({ user: 'ann', verb: 'update', resource: 'clusterroles', name: 'web-admin', status: 200 }),
    request({ user: 'ann', verb: 'update', resource: 'clusterroles', name: 'system:node', status: 403 }),
    request({ user: 'ann', verb: 'get', resource: 'clusterroles', name: 'system:node', status: 200 }),
  ],
};
