import { request, WORKLOADS } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const rightsChangedByWorkload: BuiltInRule = {
  kind: 'rule',
  name: 'rights-changed-by-workload',
  title: 'A workload changes rights',
  about: 'The account of a workload made, changed or deleted roles or bindings. Needs no bodies.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019', 'MS-TA9016'],
  falsePositives: 'Operators that install others: GitOps, package managers, multi-tenancy. Exclude their accounts.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: `type:audit resource:(roles or clusterroles or rolebindings or clusterrolebindings) verb:(create or update or patch or delete or deletecollection) ${WORKED} ${WORKLOADS}`,
  by: ['user'],
  hits: [
    request({ user: 'system:serviceaccount:shop:web', verb: 'create', resource: 'rolebindings', status: 201 }),
    request({
      user: 'system:serviceaccount:kube-system:operator',
      verb: 'patch',
      resource: 'clusterroles',
      status: 200,
    }),
  ],
  misses: [
    request({
      user: 'system:serviceaccount:kube-system:clusterrole-aggregation-controller',
      verb: 'patch',
      resource: 'clusterroles',
      status: 200,
    }),
    request({ user: 'ann', verb: 'create', resource: 'roles', status: 201 }),
    request({ user: 'system:serviceaccount:shop:web', verb: 'create', resource: 'rolebindings', status: 403 }),
  ],
};
