import { request } from '@/lib/library';
import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';
import { WHAT_ELSE_BY_USER, WHERE_FROM } from '../next-questions';

export const secretsGuessed: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'secrets-guessed',
  title: 'Many secrets asked for in vain',
  about:
    'One user asked for 20 secrets or more within a quarter of an hour and got none of them: names are guessed, or rights are tried. Panther’s threshold.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1552.007', 'T1613'],
  matrix: ['MS-TA9025'],
  falsePositives: 'A program that lost its rights and tries again and again: it names the same secret.',
  next: [WHAT_ELSE_BY_USER, WHERE_FROM],
  type: 'event_count',
  rules: ['secret-refused'],
  by: ['user'],
  withinSeconds: 900,
  atLeast: 20,
  hits: [refused(20, 30)],
  misses: [refused(19, 30), refused(20, 60)],
};

/** Refusals, so many seconds after one another. */
function refused(count: number, seconds: number): TimedExample[] {
  return Array.from({ length: count }, (_, number) => ({
    ...request({ user: 'ann', verb: 'get', resource: 'secrets', name: `secret-${number}`, status: 403 }),
    at: number * seconds,
  }));
}
