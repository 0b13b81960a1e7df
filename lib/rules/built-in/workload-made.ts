import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { MADE } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const workloadMade: BuiltInRule = {
  kind: 'rule',
  name: 'workload-made',
  title: 'A workload made',
  about: 'Something that runs pods was made by somebody who is not of the platform.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1610'],
  matrix: ['MS-TA9008'],
  falsePositives: 'Every installation of a program.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit resource:(pods or deployments or daemonsets or statefulsets or jobs or cronjobs) ${MADE}`,
  by: ['user'],
  silent: true,
  hits: [request({ user: 'ann', verb: 'create', resource: 'daemonsets', status: 201 })],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'pods', subresource: 'exec', status: 101 }),
    request({ user: 'ann', verb: 'create', resource: 'pods', status: 403 }),
    request({
      user: 'system:serviceaccount:kube-system:job-controller',
      verb: 'create',
      resource: 'pods',
      status: 201,
    }),
  ],
};
