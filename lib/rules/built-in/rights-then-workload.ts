import { request } from '@/lib/library';
import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';
import { WHAT_ELSE_BY_USER } from '../next-questions';

export const rightsThenWorkload: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'rights-then-workload',
  title: 'Rights changed, and a workload made right after',
  about:
    'The same user changed roles or bindings and within five minutes made something that runs pods: rights for a program of his. Elastic’s sequence and time.',
  level: 'medium',
  confidence: 'low',
  types: ['audit'],
  techniques: ['T1098.006', 'T1610'],
  matrix: ['MS-TA9019', 'MS-TA9008'],
  falsePositives: 'Installations with Helm or kubectl apply do just this: look at whether what was installed is known.',
  next: [WHAT_ELSE_BY_USER],
  type: 'temporal_ordered',
  rules: ['rights-changed', 'workload-made'],
  by: ['user'],
  withinSeconds: 300,
  hits: [[rights(0), made(200)]],
  misses: [
    [rights(0), made(301)],
    [made(0), rights(10)],
  ],
};

function rights(at: number): TimedExample {
  return { ...request({ user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 }), at };
}

function made(at: number): TimedExample {
  return { ...request({ user: 'ann', verb: 'create', resource: 'daemonsets', status: 201 }), at };
}
