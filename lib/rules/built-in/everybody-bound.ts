import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WRITTEN } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const everybodyBound: BuiltInRule = {
  kind: 'rule',
  name: 'everybody-bound',
  title: 'Rights given to everybody',
  about:
    'A binding gives a role to anonymous users, or to all who have any credentials of the cluster: all of its workloads among them.',
  level: 'critical',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1098.006', 'T1078.001'],
  matrix: ['MS-TA9019', 'MS-TA9005'],
  falsePositives:
    'None that is usual. Platforms bind a few roles of discovery this way when they start, under their own identities.',
  next: [
    WHAT_ELSE_BY_USER,
    { title: 'Who used it without a name', q: 'type:audit user:system\\:anonymous not status>=400' },
  ],
  q: String.raw`type:audit resource:(rolebindings or clusterrolebindings) ${WRITTEN} binding.subjects:/(^|,)(User|Group|Subject):(system:anonymous|system:unauthenticated|system:authenticated|system:serviceaccounts)(,|$)/ -binding.role:/\/(system:(discovery|basic-user|public-info-viewer|service-account-issuer-discovery)|self-access-reviewer)$/`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/view', 'binding.subjects': 'User:system:anonymous' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/edit', 'binding.subjects': 'User:ann,Group:system:authenticated' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/view', 'binding.subjects': 'Group:system:serviceaccounts:shop' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
      { 'binding.role': 'ClusterRole/system:discovery', 'binding.subjects': 'Group:system:authenticated' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 403 },
      { 'binding.role': 'ClusterRole/view', 'binding.subjects': 'User:system:anonymous' },
    ),
  ],
};
