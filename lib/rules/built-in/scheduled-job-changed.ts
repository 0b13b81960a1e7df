import { request } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { WRITTEN } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const scheduledJobChanged: BuiltInRule = {
  kind: 'rule',
  name: 'scheduled-job-changed',
  title: 'A job on a schedule made or changed',
  about:
    'A CronJob was made or changed by somebody who is not of the platform: what it runs comes back after everything else was cleaned.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1053.007'],
  matrix: ['MS-TA9014'],
  falsePositives: 'Batch work of applications, written by people and pipelines.',
  next: [
    WHAT_ELSE_BY_USER,
    { title: 'What it runs', q: 'type:audit resource:cronjobs name:"NAME" | count by pod.commands, images' },
  ],
  q: `type:audit resource:cronjobs ${WRITTEN}`,
  by: ['user', 'namespace', 'name'],
  hits: [
    request({ user: 'ann', verb: 'create', resource: 'cronjobs', namespace: 'shop', status: 201 }),
    request({ user: 'ann', verb: 'patch', resource: 'cronjobs', namespace: 'shop', status: 200 }),
  ],
  misses: [
    request({ user: 'ann', verb: 'create', resource: 'cronjobs', status: 403 }),
    request({ user: 'ann', verb: 'get', resource: 'cronjobs', status: 200 }),
    request({ user: 'ann', verb: 'patch', resource: 'cronjobs', subresource: 'status', status: 200 }),
    request({
      user: 'system:serviceaccount:kube-system:cronjob-controller',
      verb: 'update',
      resource: 'cronjobs',
      status: 200,
    }),
  ],
};
