import { request, WORKLOADS } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { BY_HAND } from '../clauses';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const ownRightsAsked: BuiltInRule = {
  kind: 'rule',
  name: 'own-rights-asked',
  title: 'A workload asks what it may do',
  about:
    'The account of a workload asked for its own rights with a program that people use, as whoever has stolen a token does first (kubectl auth can-i).',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1069', 'T1613'],
  matrix: ['MS-TA9029', 'MS-TA9016'],
  falsePositives: 'Scripts in pods that try their rights before they work.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: `type:audit resource:(selfsubjectrulesreviews or selfsubjectaccessreviews or selfsubjectreviews) verb:create ${WORKLOADS} ${BY_HAND}`,
  by: ['user', 'src_ip'],
  hits: [
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'create',
      resource: 'selfsubjectrulesreviews',
      status: 201,
      user_agent: 'kubectl/v1.31.0',
    }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'create',
      resource: 'selfsubjectaccessreviews',
      status: 201,
      user_agent: 'curl/8.5.0',
    }),
  ],
  misses: [
    request({
      user: 'ann',
      verb: 'create',
      resource: 'selfsubjectrulesreviews',
      status: 201,
      user_agent: 'kubectl/v1.31.0',
    }),
    request({
      user: 'system:serviceaccount:argocd:server',
      verb: 'create',
      resource: 'selfsubjectaccessreviews',
      status: 201,
      user_agent: 'argocd-server/v2.14',
    }),
  ],
};
