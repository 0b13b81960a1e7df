import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE, NO_ADD_ON } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const roleThatWrites: BuiltInRule = {
  kind: 'rule',
  name: 'role-that-writes',
  title: 'A role that can write',
  about: 'A role was made that can make, change or delete something. Off at first: most roles of programs can.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Every installation of a program that manages anything.',
  next: [WHAT_ELSE_BY_USER],
  off: true,
  q: String.raw`type:audit resource:(roles or clusterroles) ${MADE} ${NO_ADD_ON} role.verbs:/(^|,)(create|update|patch|delete|deletecollection|\*)(,|$)/`,
  by: ['user', 'name'],
  hits: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,list,delete', 'role.resources': 'secrets' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'roles', status: 201 },
      { 'role.verbs': 'create,update,patch', 'role.resources': 'pods' },
    ),
  ],
  misses: [
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
      { 'role.verbs': 'get,list,watch', 'role.resources': 'pods,services' },
    ),
    request(
      { user: 'ann', verb: 'create', resource: 'clusterroles', status: 403 },
      { 'role.verbs': 'create', 'role.resources': 'pods' },
    ),
  ],
};
