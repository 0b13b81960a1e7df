import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { CHANGED, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const roleWidened: BuiltInRule = {
  kind: 'rule',
  name: 'role-widened',
  title: 'A role changed to one that may do everything',
  about:
    'A role that was there was changed, and now has a star, escalate, bind or impersonate, or reaches kubelets, tokens or commands in pods. Everybody who is bound to it has this at once.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Upgrades of platform tools, which write their roles again.',
  next: [WHAT_ELSE_BY_USER],
  q: String.raw`type:audit resource:(roles or clusterroles) ${CHANGED} ${NO_ADD_ON} (role.wildcards:/(^|,)(verbs|resources)(,|$)/ or role.verbs:/(^|,)(escalate|bind|impersonate)(,|$)/ or role.resources:/(^|,)(serviceaccounts\/(token|\*)|pods\/(exec|attach|ephemeralcontainers|\*)|certificatesigningrequests\/(approval|\*)|nodes\/(proxy|\*))(,|$)/)`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'update', resource: 'clusterroles', status: 200 },
      { 'role.verbs': '*', 'role.resources': '*', 'role.wildcards': 'verbs,resources' },
    ),
    request(
      { user: 'ann', verb: 'patch', resource: 'clusterroles', status: 200 },
      { 'role.verbs': 'get,bind', 'role.resources': 'roles' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'update', resource: 'clusterroles', status: 200 },
      { 'role.verbs': 'get,list', 'role.resources': 'pods' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': '*', 'role.resources': '*', 'role.wildcards': 'verbs,resources' },
    ),
    request(
      { user: 'ann', verb: 'patch', resource: 'clusterroles', status: 403 },
      { 'role.verbs': '*', 'role.resources': '*', 'role.wildcards': 'verbs' },
    ),
  ],
};
