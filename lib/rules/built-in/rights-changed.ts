import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WRITTEN } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const rightsChanged: BuiltInRule = {
  kind: 'rule',
  name: 'rights-changed',
  title: 'Rights changed',
  about: 'Roles or bindings were made or changed by somebody who is not of the platform.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1098.006'],
  matrix: ['MS-TA9019'],
  falsePositives: 'Every installation of a program.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:(roles or clusterroles or rolebindings or clusterrolebindings) ${WRITTEN}`,
  by: ['user'],
  silent: true,
  hits: [request({ user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 })],
  misses: [
    request({ user: 'ann', verb: 'list', resource: 'rolebindings', status: 200 }),
    request({ user: 'ann', verb: 'create', resource: 'rolebindings', status: 403 }),
  ],
};
