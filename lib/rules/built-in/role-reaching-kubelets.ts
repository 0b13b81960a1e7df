import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const roleReachingKubelets: BuiltInRule = {
  kind: 'rule',
  name: 'role-reaching-kubelets',
  title: 'A role that reaches kubelets',
  about:
    'A role was made with the proxy of nodes: with it one runs commands in every pod of a node, and the audit log shows none of them.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006', 'T1613'],
  matrix: ['MS-TA9019', 'MS-TA9030'],
  falsePositives:
    'Monitoring agents that read the kubelet through the API server; those that read metrics need nodes/metrics only.',
  next: [
    WHAT_ELSE_BY_USER,
    { title: 'Whether it was used', q: 'type:audit resource:nodes subresource:proxy | count by user, path' },
  ],
  q: String.raw`type:audit resource:(roles or clusterroles) ${MADE} ${NO_ADD_ON} role.resources:/(^|,)(nodes\/(proxy|\*)|\*)(,|$)/`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,create', 'role.resources': 'nodes/proxy' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': '*', 'role.resources': 'nodes/*', 'role.wildcards': 'verbs' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get', 'role.resources': 'nodes,*', 'role.wildcards': 'resources' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,list', 'role.resources': 'nodes' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get', 'role.resources': 'nodes/metrics' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 403 },
      { 'role.verbs': 'get', 'role.resources': 'nodes/proxy' },
    ),
    request(
      { user: 'system:serviceaccount:kube-system:operator', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get', 'role.resources': 'nodes/proxy' },
    ),
  ],
};
