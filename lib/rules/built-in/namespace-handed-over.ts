import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { NO_ADD_ON, WRITTEN } from '../clauses';
import { BY_ACCOUNT, WHAT_ELSE_BY_USER } from '../next-questions';

export const namespaceHandedOver: BuiltInRule = {
  kind: 'rule',
  name: 'namespace-handed-over',
  title: 'A namespace handed over',
  about:
    'A binding within a namespace to cluster-admin: whoever it is for can do everything there, and has what all of its accounts have.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Operators of tenants, and people who could not find the role that they need.',
  next: [WHAT_ELSE_BY_USER, BY_ACCOUNT],
  q: String.raw`type:audit resource:rolebindings ${WRITTEN} ${NO_ADD_ON} binding.role:/\/(cluster-admin|system:masters)$/`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'rolebindings', status: 201, namespace: 'shop' },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/edit' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'rolebindings', status: 403 },
      { 'binding.role': 'ClusterRole/cluster-admin' },
    ),
  ],
};
