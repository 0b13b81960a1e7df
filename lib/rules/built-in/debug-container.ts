import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WORKED } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER } from '../next-questions';

export const debugContainer: BuiltInRule = {
  kind: 'rule',
  name: 'debug-container',
  title: 'A container added to a running pod',
  about:
    'An ephemeral container was added to a pod that runs (kubectl debug): with an image of its own, it sees what the pod sees.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1610', 'T1609'],
  matrix: ['MS-TA9008'],
  falsePositives: 'Administrators and developers who look for a fault in an image without a shell.',
  next: [WHAT_ELSE_BY_USER, IN_THE_POD],
  q: `type:audit resource:pods subresource:ephemeralcontainers verb:(update or patch) ${WORKED} ${WITH_OWN_WILL}`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request({
      user: 'ann',
      verb: 'patch',
      resource: 'pods',
      subresource: 'ephemeralcontainers',
      namespace: 'shop',
      pod: 'web-0',
      status: 200,
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'patch', resource: 'pods', subresource: 'ephemeralcontainers', status: 403 }),
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'ephemeralcontainers', status: 200 }),
  ],
};
