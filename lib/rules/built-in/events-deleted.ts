import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const eventsDeleted: BuiltInRule = {
  kind: 'rule',
  name: 'events-deleted',
  title: 'Events of the cluster deleted',
  about: 'Somebody deleted events, one or all: they expire by themselves within hours.',
  level: 'medium',
  confidence: 'high',
  types: ['audit'],
  techniques: ['T1070'],
  matrix: ['MS-TA9022'],
  falsePositives: 'Jobs that clean up, which are few.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:events verb:(delete or deletecollection) ${WORKED} ${WITH_OWN_WILL}`,
  by: ['user', 'namespace'],
  hits: [
    request({ user: 'ann', verb: 'deletecollection', resource: 'events', namespace: 'shop', status: 200 }),
    request({ user: 'ann', verb: 'delete', resource: 'events', namespace: 'shop', name: 'web.17', status: 200 }),
  ],
  misses: [
    request({
      user: 'system:serviceaccount:kube-system:namespace-controller',
      verb: 'deletecollection',
      resource: 'events',
      status: 200,
    }),
    request({ user: 'ann', verb: 'delete', resource: 'events', status: 403 }),
    request({ user: 'ann', verb: 'delete', resource: 'pods', status: 200 }),
  ],
};
