import { request, WORKLOADS } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { BY_HAND, WORKED } from '../clauses';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const secretReadByHand: BuiltInRule = {
  kind: 'rule',
  name: 'secret-read-by-hand',
  title: 'A secret read with the account of a workload, by hand',
  about:
    'The account of a workload read secrets with a program that people and scripts use, such as kubectl or curl, as whoever has stolen its token does. Releases of Helm are left out.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1552.007', 'T1528'],
  matrix: ['MS-TA9025', 'MS-TA9016'],
  falsePositives: 'Pipelines and jobs that are scripts: exclude their accounts.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  q: `type:audit resource:secrets verb:(get or list or watch) ${WORKED} ${WORKLOADS} ${BY_HAND} -name:sh.helm.release.*`,
  by: ['user', 'src_ip', 'namespace'],
  hits: [
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'get',
      resource: 'secrets',
      name: 'db',
      status: 200,
      user_agent: 'curl/8.5.0',
    }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource: 'secrets',
      status: 200,
      user_agent: 'kubectl/v1.31.0 (linux/amd64)',
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'get', resource: 'secrets', name: 'db', status: 200, user_agent: 'kubectl/v1.31.0' }),
    request({
      user: 'system:serviceaccount:argocd:argocd',
      verb: 'get',
      resource: 'secrets',
      status: 200,
      user_agent: 'argocd-application-controller/v2.14',
    }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'get',
      resource: 'secrets',
      name: 'sh.helm.release.v1.web.v3',
      status: 200,
      user_agent: 'Go-http-client/2.0',
    }),
  ],
};
