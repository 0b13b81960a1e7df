import { request } from '@/lib/library';
import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const secretsOneByOne: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'secrets-one-by-one',
  title: 'Many secrets asked for one by one',
  about:
    'One user asked for 15 different secrets or more within half an hour, by hand. Panther’s threshold; the detector of sweeps also knows programs and what they did before.',
  level: 'high',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1552.007'],
  matrix: ['MS-TA9025'],
  falsePositives: 'An administrator who moves a namespace, or a script that checks what expires.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  type: 'value_count',
  rules: ['secret-asked'],
  by: ['user'],
  withinSeconds: 1800,
  atLeast: 15,
  field: 'name',
  hits: [asked(15, 60)],
  misses: [asked(14, 60), asked(15, 300)],
};

/** Different secrets, so many seconds after one another. */
function asked(count: number, seconds: number): TimedExample[] {
  return Array.from({ length: count }, (_, number) => ({
    ...request({ user: 'ann', verb: 'get', resource: 'secrets', name: `secret-${number}`, status: 200 }),
    at: number * seconds,
  }));
}
