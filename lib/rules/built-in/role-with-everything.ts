import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const roleWithEverything: BuiltInRule = {
  kind: 'rule',
  name: 'role-with-everything',
  title: 'A role with a star',
  about: 'A role was made that allows every verb, or reaches every resource.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Installations of platform tools and of GitOps, which ask for more than they need.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:(roles or clusterroles) ${MADE} ${NO_ADD_ON} role.wildcards:/(^|,)(verbs|resources)(,|$)/`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': '*', 'role.resources': 'pods', 'role.wildcards': 'verbs' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201, decision: 'allow' },
      { 'role.verbs': 'get,list', 'role.resources': '*', 'role.wildcards': 'resources,apiGroups' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,list', 'role.resources': 'deployments', 'role.wildcards': 'apiGroups' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 403 },
      { 'role.verbs': '*', 'role.resources': '*', 'role.wildcards': 'verbs,resources' },
    ),
    request(
      { user: 'ann', verb: 'update', resource: 'clusterroles', status: 200 },
      { 'role.verbs': '*', 'role.resources': '*', 'role.wildcards': 'verbs,resources' },
    ),
    request(
      { user: 'system:serviceaccount:kube-system:operator', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': '*', 'role.resources': '*', 'role.wildcards': 'verbs,resources' },
    ),
  ],
};
