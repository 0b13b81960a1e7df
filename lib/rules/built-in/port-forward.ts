import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const portForward: BuiltInRule = {
  kind: 'rule',
  name: 'port-forward',
  title: 'A port of a pod forwarded',
  about:
    'Somebody reached a port of a pod or a service through the API server, past all network policies. Off at first, as developers do it every day.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1572'],
  matrix: ['MS-TA9034'],
  falsePositives: 'Developers who look at a dashboard or a database.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  off: true,
  q: `type:audit resource:(pods or services) subresource:portforward verb:(create or get) ${WORKED} ${WITH_OWN_WILL}`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request({
      user: 'ann',
      verb: 'get',
      resource: 'pods',
      subresource: 'portforward',
      namespace: 'shop',
      name: 'db-0',
      status: 101,
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'pods', subresource: 'portforward', status: 403 }),
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'log', status: 200 }),
  ],
};
