import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WRITTEN } from '../clauses';
import { BY_ACCOUNT, WHAT_ELSE_BY_USER } from '../next-questions';

export const powerfulRoleBound: BuiltInRule = {
  kind: 'rule',
  name: 'powerful-role-bound',
  title: 'A role that may do everything, bound',
  about:
    'A binding for the whole cluster to cluster-admin, to admin, or to a role of a component of the control plane was made or changed by somebody who is not of the platform itself.',
  level: 'high',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Installations of platform tools: look at the subject of the binding.',
  next: [WHAT_ELSE_BY_USER, BY_ACCOUNT],
  q: String.raw`type:audit resource:clusterrolebindings ${WRITTEN} binding.role:/\/(cluster-admin|admin|system:(masters|kube-controller-manager|kube-scheduler|node|aggregate-to-admin))$/`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/cluster-admin', 'binding.subjects': 'ServiceAccount:shop/web' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/admin' },
    ),
    request(
      { user: 'ann', verb: 'patch', resource: 'clusterrolebindings', status: 200 },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/view' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 403 },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
    request(
      {
        user: 'system:serviceaccount:kube-system:clusterrole-aggregation-controller',
        verb: 'create',
        resource: 'clusterrolebindings',
        status: 201,
      },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
  ],
};
