import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const roleThatHandsOutRights: BuiltInRule = {
  kind: 'rule',
  name: 'role-that-hands-out-rights',
  title: 'A role that can take more rights',
  about:
    'A role was made with escalate, bind or impersonate, or with what comes to the same: tokens of service accounts, commands in pods, approval of certificates.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Operators that manage roles or open terminals for their users.',
  next: [WHAT_ELSE_BY_USER],
  q: String.raw`type:audit resource:(roles or clusterroles) ${MADE} ${NO_ADD_ON} (role.verbs:/(^|,)(escalate|bind|impersonate)(,|$)/ or role.resources:/(^|,)(serviceaccounts\/(token|\*)|pods\/(exec|attach|ephemeralcontainers|\*)|certificatesigningrequests\/(approval|\*))(,|$)/)`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,escalate', 'role.resources': 'roles' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'create', 'role.resources': 'serviceaccounts/token' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'roles', status: 201 },
      { 'role.verbs': 'create,get', 'role.resources': 'pods,pods/exec' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,list', 'role.resources': 'pods,pods/log' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 403 },
      { 'role.verbs': 'bind', 'role.resources': 'roles' },
    ),
  ],
};
