import { request, WITH_OWN_WILL } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { BY_HAND, NO_ADD_ON, WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const allSecretsTaken: BuiltInRule = {
  kind: 'rule',
  name: 'all-secrets-taken',
  title: 'All secrets of the cluster, taken by hand',
  about:
    'A list or a watch of secrets without a namespace hands out the contents of every secret. Here it was asked for by a person, or with a program that people and scripts use; what operators list all day with programs of their own is left to the detector that knows what they did before.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1552.007'],
  matrix: ['MS-TA9025'],
  falsePositives: 'An administrator who saves or searches all secrets.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: String.raw`type:audit resource:secrets verb:(list or watch) -namespace:* -name:* -path:*/namespaces/* ${WORKED} ${WITH_OWN_WILL} (-user:system\:serviceaccount\:* or ${BY_HAND} or (-user_agent:* ${NO_ADD_ON}))`,
  by: ['user', 'src_ip'],
  hits: [
    request({ user: 'ann', verb: 'list', resource: 'secrets', status: 200, user_agent: 'kubectl/v1.31.0' }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource: 'secrets',
      status: 200,
      user_agent: 'curl/8.5.0',
    }),
    request({ user: 'ann@example.com', verb: 'list', resource: 'secrets', decision: 'allow' }),
  ],
  misses: [
    request({ user: 'ann', verb: 'list', resource: 'secrets', namespace: 'shop', status: 200 }),
    request({ user: 'ann', verb: 'list', resource: 'secrets', status: 403 }),
    request({ user: 'ann', verb: 'list', resource: 'secrets', decision: 'forbid' }),
    request({
      user: 'system:serviceaccount:argocd:controller',
      verb: 'list',
      resource: 'secrets',
      status: 200,
      user_agent: 'argocd-application-controller/v2.14',
    }),
    request({
      user: 'system:serviceaccount:kube-system:generic-garbage-collector',
      verb: 'list',
      resource: 'secrets',
      status: 200,
    }),
  ],
};
