import { request, WORKLOADS } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { IN_A_POD } from '../clauses';
import { IN_THE_POD, WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const commandsByWorkloads: BuiltInRule = {
  kind: 'rule',
  name: 'commands-by-workloads',
  title: 'A workload runs commands in pods',
  about:
    'The account of a workload ran a command in a pod through the API server. Few programs need to; a stolen token does.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1609', 'T1550.001'],
  matrix: ['MS-TA9006', 'MS-TA9016'],
  falsePositives:
    'Backup and storage operators that freeze a database before a copy, and pipelines that run a check in a pod: exclude the account.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM, IN_THE_POD],
  q: `type:audit ${IN_A_POD} ${WORKLOADS}`,
  by: ['user', 'namespace', 'pod'],
  hits: [
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'get',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'shop',
      status: 101,
    }),
    request({
      user: 'system:serviceaccount:ci:runner',
      verb: 'create',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'shop',
      status: 101,
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'get', resource: 'pods', subresource: 'exec', namespace: 'shop', status: 101 }),
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'get',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'shop',
      status: 403,
    }),
    request({
      user: 'system:serviceaccount:openshift-etcd:operator',
      verb: 'get',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'shop',
      status: 101,
    }),
  ],
};
