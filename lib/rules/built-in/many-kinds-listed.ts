import { request } from '@/lib/library';
import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const manyKindsListed: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'many-kinds-listed',
  title: 'Everything listed with the account of a workload',
  about:
    'The account of a workload asked for four kinds of objects or more within a minute, with a program that people use: peirates, kube-hunter and hands look around like this. Elastic counts three with any program.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1613'],
  matrix: ['MS-TA9029', 'MS-TA9016'],
  falsePositives: 'Pipelines that apply and then list many kinds.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  type: 'value_count',
  rules: ['kinds-listed'],
  by: ['user', 'src_ip'],
  withinSeconds: 60,
  atLeast: 4,
  field: 'resource',
  hits: [listed(['pods', 'nodes', 'secrets', 'configmaps'], 10)],
  misses: [
    listed(['pods', 'nodes', 'secrets'], 10),
    listed(['pods', 'nodes', 'secrets', 'configmaps'], 30),
    listed(['pods', 'pods', 'pods', 'pods'], 1),
  ],
};

function listed(kinds: readonly string[], seconds: number): TimedExample[] {
  return kinds.map((resource, number) => ({
    ...request({
      user: 'system:serviceaccount:shop:web',
      verb: 'list',
      resource,
      status: 200,
      user_agent: 'kubectl/v1.31.0',
      src_ip: '10.1.2.3',
    }),
    at: number * seconds,
  }));
}
