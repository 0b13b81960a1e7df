import { request } from '@/lib/library';
import type { BuiltInCorrelation, TimedExample } from '../built-in-rule';
import { FROM_ADDRESS } from '../next-questions';

export const refusedOftenFromOutside: BuiltInCorrelation = {
  kind: 'correlation',
  name: 'refused-often-from-outside',
  title: 'Refused again and again, from the internet',
  about: 'An address of the internet was refused ten times or more within half an hour. Panther’s threshold.',
  level: 'medium',
  confidence: 'medium',
  types: ['audit'],
  techniques: ['T1613', 'T1190'],
  matrix: ['MS-TA9029'],
  falsePositives: 'Scanners of the internet, where the API server is open; people whose rights have just ended.',
  next: [FROM_ADDRESS],
  type: 'event_count',
  rules: ['refused-from-outside'],
  by: ['src_ip'],
  withinSeconds: 1800,
  atLeast: 10,
  hits: [refused(10, 60)],
  misses: [refused(9, 60), refused(10, 300)],
};

/** Refusals, so many seconds after one another. */
function refused(count: number, seconds: number): TimedExample[] {
  return Array.from({ length: count }, (_, number) => ({
    ...request({ user: 'ann', verb: 'get', resource: 'pods', status: 403, src_ip: '203.0.113.9' }),
    at: number * seconds,
  }));
}
