import { request, WORKLOADS } from '@/lib/library';
import type { BuiltInRule } from '../built-in-rule';
import { BY_HAND } from '../clauses';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const kindsListed: BuiltInRule = {
  kind: 'rule',
  name: 'kinds-listed',
  title: 'A kind of object listed by hand',
  about:
    'A kind of object that tells of the cluster was listed or tried by the account of a workload, with a program that people use.',
  level: 'low',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1613'],
  matrix: ['MS-TA9029'],
  falsePositives: 'Pipelines that are scripts.',
  next: [WHAT_ELSE_BY_USER],
  q: `type:audit verb:list resource:(namespaces or nodes or pods or services or secrets or configmaps or serviceaccounts or roles or clusterroles or rolebindings or clusterrolebindings or deployments or daemonsets or statefulsets or cronjobs or ingresses or persistentvolumes or networkpolicies or customresourcedefinitions) ${WORKLOADS} ${BY_HAND}`,
  by: ['user', 'src_ip'],
  silent: true,
  hits: [
    request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource: 'nodes',
      status: 403,
      user_agent: 'kubectl/v1.31.0',
    }),
  ],
  misses: [
    request({ user: 'ann', verb: 'list', resource: 'nodes', status: 200, user_agent: 'kubectl/v1.31.0' }),
    request({
      user: 'system:serviceaccount:ops:operator',
      verb: 'list',
      resource: 'nodes',
      status: 200,
      user_agent: 'operator/v1',
    }),
  ],
};
